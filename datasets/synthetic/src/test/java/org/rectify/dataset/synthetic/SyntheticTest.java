package org.rectify.dataset.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Split;
import org.rectify.testkit.TestContext;

class SyntheticTest {

    @Test
    void makesAsManyExamplesAsAskedFor() {
        Dataset dataset = generate(1, 30, 20, 10);

        assertThat(List.of(
                        dataset.train().size(),
                        dataset.validation().size(),
                        dataset.test().size()))
                .containsExactly(30, 20, 10);
        assertThat(dataset.info().name()).isEqualTo("synthetic");
        assertThat(dataset.info().shape()).containsExactly(1, 28, 28);
        assertThat(dataset.info().range()).isEqualTo(OutputRange.UNIT_INTERVAL);
        assertThat(dataset.info().classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void theSameSeedGivesTheSameExamples() {
        assertThat(sum(generate(1, 50, 50, 50))).isEqualTo(sum(generate(1, 50, 50, 50)));
        assertThat(sum(generate(1, 50, 50, 50))).isNotEqualTo(sum(generate(2, 50, 50, 50)));
        assertThat(generate(1, 50, 50, 50).info())
                .isEqualTo(generate(1, 50, 50, 50).info());
        assertThat(generate(1, 50, 50, 50).info().checksums())
                .isNotEqualTo(generate(2, 50, 50, 50).info().checksums());
    }

    /** Results are compared over versions: whoever changes the drawing raises the generator's version with this sum. */
    @Test
    void versionOneDrawsThesePixels() {
        assertThat(sum(generate(1, 50, 50, 50)))
                .isEqualTo("4fa181e0ff08be845485b1d81afffd45a28c94696dae5060d49029041554c914");
    }

    @Test
    void anExampleDoesNotDependOnTheSizes() {
        Dataset few = generate(7, 3, 2, 1);
        Dataset many = generate(7, 30, 20, 10);

        assertThat(row(few.train(), 2)).isEqualTo(row(many.train(), 2));
        assertThat(few.train().label(2)).isEqualTo(many.train().label(2));
        assertThat(row(few.test(), 0)).isEqualTo(row(many.test(), 0));
    }

    @Test
    void noExampleIsInTwoSplits() {
        Dataset dataset = generate(1, 2_000, 500, 500);
        Set<ByteBuffer> all = new HashSet<>();
        for (Split split : List.of(dataset.train(), dataset.validation(), dataset.test())) {
            for (int row = 0; row < split.size(); row++) {
                all.add(bytes(split, row));
            }
        }

        assertThat(all).hasSize(3_000);
    }

    @Test
    void classesAreEquallyLikelyAndAFifthOfThePixelsIsInk() {
        Split train = generate(1, 5_000, 1, 1).train();
        int[] counts = new int[10];
        long inked = 0;
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (int row = 0; row < train.size(); row++) {
            counts[train.label(row)]++;
            for (float pixel : row(train, row)) {
                inked += pixel > 0 ? 1 : 0;
                lowest = Math.min(lowest, pixel);
                highest = Math.max(highest, pixel);
            }
        }

        double fourDeviations = 4 * Math.sqrt(5_000 * 0.1 * 0.9);
        for (int count : counts) {
            assertThat((double) count).isBetween(500 - fourDeviations, 500 + fourDeviations);
        }
        assertThat(lowest).isZero();
        assertThat(highest).isEqualTo(1);
        assertThat(inked / (5_000.0 * 784)).isBetween(0.17, 0.2);
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> new SyntheticOptions(5_000, 0, 1_000))
                .withMessage("validation-size = 0: must be in [1, 1000000]");
    }

    static Dataset generate(long seed, int train, int validation, int test) {
        return new SyntheticFactory()
                .create(
                        new SyntheticOptions(train, validation, test),
                        TestContext.in(Path.of("no-such-folder")).withSeed(seed));
    }

    /** SHA-256 of all pixels and labels. */
    private static String sum(Dataset dataset) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Split split : List.of(dataset.train(), dataset.validation(), dataset.test())) {
                for (int row = 0; row < split.size(); row++) {
                    digest.update(bytes(split, row));
                    digest.update((byte) split.label(row));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static ByteBuffer bytes(Split split, int row) {
        float[] pixels = row(split, row);
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(255 * pixels[i]);
        }
        return ByteBuffer.wrap(bytes);
    }

    private static float[] row(Split split, int row) {
        float[] pixels = new float[split.features().columns()];
        ((DenseFeatures) split.features()).copyRow(row, pixels, 0);
        return pixels;
    }
}
