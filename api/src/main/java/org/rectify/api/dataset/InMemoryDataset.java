package org.rectify.api.dataset;

/**
 * A data set made of splits that are at hand.
 *
 * @param info its shape agrees with the columns of every split
 * @since 0.1
 */
public record InMemoryDataset(DatasetInfo info, Split train, Split validation, Split test) implements Dataset {

    /** Refuses splits whose examples are not of the declared shape. */
    public InMemoryDataset {
        requireShape(info, train, "training");
        requireShape(info, validation, "validation");
        requireShape(info, test, "test");
    }

    private static void requireShape(DatasetInfo info, Split split, String name) {
        if (split.features().columns() != info.inputs()) {
            throw new IllegalArgumentException(name + " examples of "
                    + split.features().columns() + " inputs, but a declared shape of " + info.shape());
        }
    }
}
