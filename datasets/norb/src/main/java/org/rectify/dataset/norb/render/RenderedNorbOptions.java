package org.rectify.dataset.norb.render;

import java.util.Optional;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** Options of {@code norb-rendered}. */
public record RenderedNorbOptions(
        @Describe(
                value =
                        "Training pairs; each 29,160 hold every view of every built-in toy once. The paper's NORB has 233172.",
                defaultsTo = "29160",
                range = "[1, 10000000]",
                source = "section 4.1, items 48 and 51")
        int trainSize,

        @Describe(
                value = "Validation pairs, of the toys in training. The paper's NORB has 58428.",
                defaultsTo = "5832",
                range = "[1, 10000000]",
                source = "item 48")
        int validationSize,

        @Describe(
                value = "Test pairs, of other toys. The paper's NORB has 58320.",
                defaultsTo = "5832",
                range = "[1, 10000000]",
                source = "item 48")
        int testSize,

        @Describe(
                value = "Whether textures and shapes fill the background, and another toy stands at the edge.",
                defaultsTo = "true",
                source = "item 59b")
        boolean clutter,

        @Describe(
                "A folder of OBJ models to show instead of the built-in toys, in its folders animal, human, plane, truck and car;"
                        + " relative to the experiment file's folder.")
        Optional<String> models) {

    private static final String SIZES = "[1, 10000000]";

    /** Refuses sizes out of range and blank paths. */
    public RenderedNorbOptions {
        Require.in("train-size", trainSize, SIZES);
        Require.in("validation-size", validationSize, SIZES);
        Require.in("test-size", testSize, SIZES);
        models.ifPresent(path -> Require.that(!path.isBlank(), "models", "\"" + path + "\"", "a folder's path"));
    }
}
