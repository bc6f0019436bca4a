package org.rectify.dataset.idx;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** Options of {@code idx}. Paths are absolute, or relative to the experiment file's folder. */
public record IdxOptions(
        @Describe("File of the training and validation images, plain or gzipped.")
        String trainImages,

        @Describe("File of their labels.") String trainLabels,
        @Describe("File of the test images.") String testImages,
        @Describe("File of their labels.") String testLabels,

        @Describe(
                value = "How many examples at the end of the training file are for validation.",
                range = "[1, 2147483646]",
                source = "item 48")
        int validationSize,

        @Describe(
                value =
                        "The name of each class, in the order of labels; empty: the numbers from 0 to the largest label in training.",
                defaultsTo = "[]")
        List<String> classes,

        @Describe(
                value = "Whether the files hold images column by column, as EMNIST's do, and are to be set upright.",
                defaultsTo = "false",
                source = "item 53")
        boolean transposed) {

    private static final int MOST_CLASSES = 256;

    /** Copies the list; refuses paths that are blank, sizes out of range, and names that are not one for each class. */
    public IdxOptions {
        requirePath("train-images", trainImages);
        requirePath("train-labels", trainLabels);
        requirePath("test-images", testImages);
        requirePath("test-labels", testLabels);
        Require.in("validation-size", validationSize, "[1, 2147483646]");
        classes = List.copyOf(classes);
        Set<String> names = new HashSet<>(classes);
        Require.that(
                names.size() == classes.size() && classes.size() <= MOST_CLASSES,
                "classes",
                classes,
                "different names, at most " + MOST_CLASSES);
    }

    private static void requirePath(String option, String path) {
        Require.that(!path.isBlank() && path.indexOf('\0') < 0, option, "\"" + path + "\"", "a file's path");
    }
}
