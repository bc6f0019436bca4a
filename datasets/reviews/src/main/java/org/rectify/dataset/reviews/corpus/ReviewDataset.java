package org.rectify.dataset.reviews.corpus;

import java.util.List;
import java.util.Optional;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.Split;

/**
 * Binary bags of words.
 *
 * @param unlabelledRows further training reviews; possibly none
 * @param inputNames the term of each input
 */
public record ReviewDataset(
        DatasetInfo info,
        Split train,
        Split validation,
        Split test,
        CompressedRows unlabelledRows,
        List<String> inputNames)
        implements Dataset {

    /** Copies the list. */
    public ReviewDataset {
        inputNames = List.copyOf(inputNames);
    }

    @Override
    public Optional<Features> unlabelled() {
        return unlabelledRows.rows() == 0 ? Optional.empty() : Optional.of(unlabelledRows);
    }

    /** Mean share of the inputs that are not zero, over some rows of equal length. */
    public static double density(CompressedRows... parts) {
        long entries = 0;
        long cells = 0;
        for (CompressedRows part : parts) {
            entries += part.start(part.rows());
            cells += (long) part.rows() * part.columns();
        }
        return cells == 0 ? 0 : entries / (double) cells;
    }
}
