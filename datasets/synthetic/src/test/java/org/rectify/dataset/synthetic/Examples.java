package org.rectify.dataset.synthetic;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Split;

/** Reads examples of a generated data set. */
final class Examples {

    private Examples() {}

    /** SHA-256 of all inputs and labels. */
    static String sha256(Dataset dataset) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Split split : List.of(dataset.train(), dataset.validation(), dataset.test())) {
                for (int row = 0; row < split.size(); row++) {
                    ByteBuffer bytes = ByteBuffer.allocate(4 * split.features().columns());
                    for (float input : inputs(split, row)) {
                        bytes.putFloat(input);
                    }
                    digest.update(bytes.array());
                    digest.update((byte) split.label(row));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static float[] inputs(Split split, int row) {
        float[] inputs = new float[split.features().columns()];
        ((DenseFeatures) split.features()).copyRow(row, inputs, 0);
        return inputs;
    }

    static int[] classCounts(Dataset dataset) {
        int[] counts = new int[dataset.info().classes().size()];
        for (int row = 0; row < dataset.train().size(); row++) {
            counts[dataset.train().label(row)]++;
        }
        return counts;
    }
}
