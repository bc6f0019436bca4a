package org.rectify.dataset.nistp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.dataset.nistp.distortion.FurtherDistortion;

/** Options of {@code nistp}. */
public record NistpOptions(
        @Describe(
                value =
                        "Training examples; the paper's are 81,920,000, one pass. Up to 1,000,000 are kept in memory, more are"
                                + " generated as they are needed.",
                defaultsTo = "81920",
                range = "[1, 2000000000]",
                source = "section 4.1, items 48 and 54")
        int trainSize,

        @Describe(
                value = "Validation examples; the paper's are 80,000.",
                defaultsTo = "10000",
                range = "[1, 1000000]",
                source = "section 4.1, item 48")
        int validationSize,

        @Describe(
                value = "Test examples; the paper's are 20,000.",
                defaultsTo = "10000",
                range = "[1, 1000000]",
                source = "section 4.1, item 48")
        int testSize,

        @Describe(
                value = "The highest complexity of a distortion; each draws its own for each example, uniform from 0.",
                defaultsTo = "0.7",
                range = "[0, 1]",
                source = "item 54")
        double complexity,

        @Describe(
                value = "Which distortions there are: NISTP's five, or those of its fuller relative P07.",
                defaultsTo = "nistp",
                source = "items 54 and 55")
        DistortionSet distortions,

        @Describe(
                value = "Distortions of P07 that are added to NISTP's, in P07's order and with its probabilities.",
                defaultsTo = "[]",
                source = "item 55")
        List<FurtherDistortion> furtherDistortions,

        @Describe(
                value = "The weight of pen strokes among the sources that are there.",
                defaultsTo = "0.5",
                range = "[0, inf)",
                source = "item 54")
        double strokesWeight,

        @Describe(
                value = "The weight of fonts among the sources that are there.",
                defaultsTo = "0.1",
                range = "[0, inf)",
                source = "item 54")
        double fontsWeight,

        @Describe(
                value = "The weight of NIST's scanned characters among the sources that are there.",
                defaultsTo = "0.4",
                range = "[0, inf)",
                source = "items 53 and 54")
        double nistWeight,

        @Describe("A folder of further .ttf and .otf files, absolute or relative to the experiment file's folder.")
        Optional<Path> fonts,

        @Describe(
                value =
                        "Whether fonts found on the system are used too; false makes examples the same on every machine.",
                defaultsTo = "true")
        boolean systemFonts,

        @Describe(
                value = "How many images of a class are read from SD19's folders, for training and for the test each.",
                defaultsTo = "5000",
                range = "[10, 30000]",
                source = "item 53")
        int nistPerClass) {

    /** Copies the list; refuses numbers out of range, and weights that are all 0 or beyond 64-bit numbers in sum. */
    public NistpOptions {
        Require.in("train-size", trainSize, "[1, 2000000000]");
        Require.in("validation-size", validationSize, "[1, 1000000]");
        Require.in("test-size", testSize, "[1, 1000000]");
        Require.in("complexity", complexity, "[0, 1]");
        Require.in("strokes-weight", strokesWeight, "[0, inf)");
        Require.in("fonts-weight", fontsWeight, "[0, inf)");
        Require.in("nist-weight", nistWeight, "[0, inf)");
        Require.in("nist-per-class", nistPerClass, "[10, 30000]");
        double sum = strokesWeight + fontsWeight + nistWeight;
        Require.that(
                sum > 0 && sum < Double.POSITIVE_INFINITY,
                "fonts-weight",
                fontsWeight,
                "such that the three weights have a sum above 0 and below infinity");
        furtherDistortions = List.copyOf(furtherDistortions);
    }
}
