package org.rectify.engine.config;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.executor.TrialExecutor;

/** How a study repeats its trials, chooses among them, and runs them. */
public record StudySettings(
        @Describe(
                value = "The master seed of each repetition; experiment.seed alone unless given.",
                defaultsTo = "[]",
                source = "item 61")
        List<Long> seeds,

        @Describe(
                value = "Into how many folds the labelled examples are parted; each seed is repeated once for each.",
                range = "[2, 1000]",
                source = "section 4.2, item 66")
        Optional<Integer> folds,

        @Describe(
                value = "Fractions of the labelled training examples to learn from, each a row of the table.",
                defaultsTo = "[]",
                range = "(0, 1]",
                source = "section 4.1, items 58 and 64")
        List<Double> labelFractions,

        @Describe(
                value = "Whether every seed and fold selects its own point of the grid, or the first for all.",
                defaultsTo = "per-seed",
                source = "item 19")
        SelectionRule select,

        @Describe(
                value =
                        "The metric whose best value on validation examples selects a point of the grid; the first that the"
                                + " experiments measure unless given.",
                source = "item 19")
        Optional<String> selectBy,

        @Describe(value = "The metric on test examples that the table shows; that of select-by unless given.")
        Optional<String> metric,

        @Describe(value = "What runs the trials.", defaultsTo = "local")
        DeferredComponent<TrialExecutor> executor) {

    /** Copies the lists; refuses values given twice. */
    public StudySettings {
        seeds = List.copyOf(seeds);
        labelFractions = List.copyOf(labelFractions);
        Require.that(new HashSet<>(seeds).size() == seeds.size(), "seeds", seeds, "different from each other");
        Require.that(
                new HashSet<>(labelFractions).size() == labelFractions.size(),
                "label-fractions",
                labelFractions,
                "different from each other");
    }
}
