package org.rectify.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rectify.engine.config.TestComponents.StackOptions;

class OptionsTest {

    @Test
    void describesEveryOptionOfAComponent() {
        assertThat(Options.describe(TestComponents.LifOptions.class).get(0))
                .isEqualTo(
                        new OptionDescription("tau", "number", "7.5", false, "(0, inf)", "Time constant.", "item 8"));
        assertThat(Options.describe(TestComponents.SgdOptions.class))
                .containsExactly(
                        new OptionDescription("learning-rate", "number", "", true, "[0, inf)", "Step.", "item 18"));
        assertThat(Options.describe(StackOptions.class))
                .extracting(option -> option.key() + ": " + option.type() + (option.required() ? ", required" : ""))
                .containsExactly(
                        "corruption: corruption",
                        "second: corruption",
                        "others: list of corruption",
                        "cost: cross-entropy | quadratic",
                        "tied-weights: true or false",
                        "schedule.epochs: whole number",
                        "schedule.learning-rates: list of number",
                        "examples: whole number",
                        "label: text");
    }

    @Test
    void describesTheExperimentItself() {
        assertThat(Options.describe(ExperimentSpec.class))
                .extracting(OptionDescription::key)
                .contains("experiment.seed", "dataset", "network.hidden", "fine-tuning.stopping", "metrics");
        assertThat(Options.describe(ExperimentSpec.class))
                .allSatisfy(option -> assertThat(option.text()).isNotEmpty());
    }
}
