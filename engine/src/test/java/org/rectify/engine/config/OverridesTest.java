package org.rectify.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectify.engine.config.TestComponents.given;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.component.PerLayer;
import org.rectify.engine.config.TestComponents.Given;
import org.rectify.engine.config.TestComponents.LifOptions;
import org.rectify.engine.config.TestComponents.PatienceOptions;
import org.rectify.engine.guard.Guarded;
import org.rectify.kernels.network.Named;

class OverridesTest {

    private static final String LIF =
            ExperimentFolder.GOOD.replace("type = rectifier", "type = lif, tau = 3, threshold = 2");

    private final ExperimentFolder folder;

    OverridesTest(@TempDir Path folder) {
        this.folder = new ExperimentFolder(folder);
    }

    private Record activation(String text, String... overrides) {
        Object activation = folder.load(text, overrides).spec().network().activation();
        return Guarded.of(activation).isPresent() && ((Guarded) activation).component() instanceof Given<?> given
                ? given.options()
                : new Other();
    }

    private record Other() {}

    @Test
    void replacesValuesInTheirOrder() {
        ExperimentSpec spec = folder.loadGood(
                        "experiment.seed=3",
                        "experiment.seed=4",
                        "network.hidden=[5]",
                        "network.penalty.coefficient = 0.5",
                        "metrics=[sparsity]",
                        "engine.threads=2")
                .spec();

        assertThat(spec.experiment().seed()).isEqualTo(4);
        assertThat(spec.network().hidden()).containsExactly(5);
        assertThat(given(spec.network().penalty().get(0).component()).options())
                .isEqualTo(new TestComponents.L1Options(PerLayer.all(0.5)));
        assertThat(spec.metrics())
                .extracting(Named::type)
                .containsExactly("sparsity", "error-rate", "negative-log-likelihood");
        assertThat(spec.engine().threads()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network.activation.type=tanh",
                "network.activation=tanh",
                "network.activation={type=tanh}",
                "network={activation={type=tanh}}",
                "network={activation=tanh}"
            })
    void dropsTheOptionsOfTheFormerType(String override) {
        assertThat(activation(LIF, override)).isEqualTo(new Other());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network.activation.type=lif",
                "network.activation=lif",
                "network.activation={type=lif}",
                "network={activation=lif}"
            })
    void keepsTheOptionsOfTheSameType(String override) {
        assertThat(activation(LIF, override)).isEqualTo(new LifOptions(3, 0, 2));
    }

    @Test
    void laysLaterOptionsOverTheNewType() {
        assertThat(activation(ExperimentFolder.GOOD, "network.activation.type=lif", "network.activation.tau=9"))
                .isEqualTo(new LifOptions(9, 0, 1));
        assertThat(activation(LIF, "network.activation.type=tanh", "network.activation.type=lif"))
                .isEqualTo(new LifOptions(7.5, 0, 1));
    }

    @Test
    void addsAnOptionToAComponentGivenByItsBareName() {
        String text = ExperimentFolder.GOOD.replace("activation { type = rectifier }", "activation = lif");

        assertThat(activation(text, "network.activation.tau=9")).isEqualTo(new LifOptions(9, 0, 1));
    }

    @Test
    void changesTheTypeOfAComponentThatComesFromASubstitution() {
        String text = "network = ${fine-tuning.copy} { sign-mask = none }\nfine-tuning { copy { hidden = [4] } }";
        String lif =
                LIF.replace("fine-tuning {", "pretraining.type = none\nfine-tuning { stopping = ${stopping.patient}\n");

        assertThat(folder.problems(text, "network.activation.type=tanh"))
                .noneMatch(problem -> problem.contains("network.activation"));
        assertThat(folder.problems(
                        lif + "stopping.patient { type = best-validation, patience = 3 }",
                        "fine-tuning.stopping.type=best"))
                .anyMatch(problem -> problem.startsWith("--set fine-tuning.stopping.type: fine-tuning.stopping.type"))
                .noneMatch(problem -> problem.contains("patience"));
    }

    @Test
    void isSeenBySubstitutions() {
        String text = ExperimentFolder.GOOD
                + "fine-tuning.stopping { type = best-validation, patience = ${fine-tuning.epochs} }";

        Object stopping =
                folder.load(text, "fine-tuning.epochs=5").spec().fineTuning().stopping();

        assertThat(given(stopping).options()).isEqualTo(new PatienceOptions(Optional.of(5), 0));
    }

    @Test
    void mayRefersToValuesOfTheFile() {
        assertThat(folder.loadGood("fine-tuning.minibatch-size=${fine-tuning.epochs}")
                        .spec()
                        .fineTuning()
                        .minibatchSize())
                .isEqualTo(60);
    }

    @Test
    void isNamedInTheProblemsOfItsValue() {
        assertThat(folder.problems(
                        ExperimentFolder.GOOD,
                        "network.activation.type=relu",
                        "fine-tuning.epochs=-1",
                        "dataset.type=toy",
                        "network.hiden=[1]"))
                .containsExactly(
                        "--set network.activation.type: network.activation.type = \"relu\": no such activation\n"
                                + "   accepted: broken, broken-default, broken-record, integrate-and-fire, lif, rectifier, refused-default, softplus, tanh",
                        "--set fine-tuning.epochs: fine-tuning.epochs = -1: must be a whole number in [0, 1000000]",
                        "--set dataset.type: dataset.images: missing; must be a path",
                        "--set network.hiden: network.hiden: unknown key\n"
                                + "   accepted: hidden, activation, sign-mask, initializer, penalty, output, dropout, max-norm");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            epochs                 | --set epochs: not an override: 'epochs'~   an override is PATH=VALUE, such as network.activation.type=tanh
            =5                     | --set : not an override: '=5'~   an override is PATH=VALUE, such as network.activation.type=tanh
            a..b=5                 | --set a..b: not a path: 'a..b'~   an override is PATH=VALUE, such as network.activation.type=tanh
            ` =5`                  | --set : not a path: ''~   an override is PATH=VALUE, such as network.activation.type=tanh
            fine-tuning.epochs=    | --set fine-tuning.epochs: no value is given~   accepted: a value; "" in quotes for an empty text
            a=1, b=2               | --set a: more than one value: '1, b=2'~   accepted: one value; lists in [...], objects in {...}, texts with special characters in quotes
            """)
    void refusesWhatIsNoOverride(String override, String problem) {
        assertThat(folder.problems(ExperimentFolder.GOOD, override)).containsExactly(problem.replace('~', '\n'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=[1", "a=x:y", "a={", "a=$", "a=1\ninclude \"x.conf\"", "a={include file(\"x.conf\")}"})
    void refusesValuesThatAreNotOneHoconValue(String override) {
        assertThat(folder.problems(ExperimentFolder.GOOD, override))
                .singleElement()
                .asString()
                .startsWith("--set a: ");
    }
}
