package org.rectify.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;

class ProblemsTest {

    private final ExperimentFolder folder;

    ProblemsTest(@TempDir Path folder) {
        this.folder = new ExperimentFolder(folder);
    }

    @Test
    void listsEveryProblemWithItsFileAndLine() {
        String text = ExperimentFolder.GOOD
                .replace("minibatch-size = 10", "minibatch-sise = 10")
                .replace("epochs = 60", "epochs = sixty")
                .replace("type = rectifier", "type = rectifer");

        assertThatThrownBy(() -> folder.load(text))
                .isInstanceOfSatisfying(
                        RectifyException.class, e -> assertThat(e.category()).isEqualTo(Category.USER))
                .hasMessage("""
                        3 problems in FOLDER/x.conf:

                        1. FOLDER/x.conf:5: network.activation.type = "rectifer": no such activation
                           accepted: broken, broken-default, broken-record, integrate-and-fire, lif, rectifier, refused-default, softplus, tanh; \
                        did you mean 'rectifier'?
                        2. FOLDER/x.conf:11: fine-tuning.minibatch-sise: unknown key
                           accepted: optimizer, schedule, minibatch-size, keep-incomplete-minibatch, epochs, stopping, label-fraction, class-weights, balanced-classes; \
                        did you mean 'minibatch-size'?
                        3. FOLDER/x.conf:12: fine-tuning.epochs = "sixty": must be a whole number in [0, 1000000]""".replace("FOLDER", folder.folder().toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            experiment { name = digits-rectifier, seed = 7 } | experiment { name = a/b }      | x.conf:1: experiment.name = a/b: must be letters, digits, '.', '_' and '-', at most 100, beginning with a letter or digit
            experiment { name = digits-rectifier, seed = 7 } | experiment { name = true }     | x.conf:1: experiment.name = true: must be a text; write it in quotes
            experiment { name = digits-rectifier, seed = 7 } | experiment { seed = 1.5 }      | x.conf:1: experiment.seed = 1.5: must be a whole number
            experiment { name = digits-rectifier, seed = 7 } | experiment { seed = 1e19 }     | x.conf:1: experiment.seed = 1e19: must be a whole number; this is larger than a long holds (9223372036854775807)
            experiment { name = digits-rectifier, seed = 7 } | experiment = here              | x.conf:1: experiment = "here": must be an object { ... }
            dataset { type = digits }                        | dataset {}                     | x.conf:2: dataset.type = {}: missing; this dataset needs a type~   accepted: digits, toy
            dataset { type = digits }                        | dataset { type = 5 }           | x.conf:2: dataset.type = 5: must be the name of a component of kind dataset, or { type = NAME, ... }~   accepted: digits, toy
            dataset { type = digits }                        | dataset = [digits]             | x.conf:2: dataset = ["digits"]: must be the name of a component of kind dataset, or { type = NAME, ... }~   accepted: digits, toy
            dataset { type = digits }                        | dataset = toy                  | x.conf:2: dataset.images: missing; must be a path
            dataset { type = digits }                        | dataset { type = digits, examples = 5 } | x.conf:2: dataset.examples: unknown option of dataset 'digits'~   accepted: type
            dataset { type = digits }                        | dataset { type = toy, imags = a } | x.conf:2: dataset.imags: unknown option of dataset 'toy'~   accepted: type, images, examples; did you mean 'images'?
            dataset { type = digits }                        | dataset { type = toy, images = "\\u0000" } | x.conf:2: dataset.images = "\\u0000": must be a path: Nul character not allowed: \\u0000
            hidden = [30, 20]                                | hidden = [30, 0]               | x.conf:4: network.hidden[1] = 0: must be a whole number in [1, 1000000]
            hidden = [30, 20]                                | hidden = [30, "20"]            | x.conf:4: network.hidden[1] = "20": must be a whole number in [1, 1000000]; write it without quotes
            hidden = [30, 20]                                | hidden = 30                    | x.conf:4: network.hidden = 30: must be a list [...], each element a whole number in [1, 1000000]
            sign-mask = half                                 | sign-mask = haff               | x.conf:6: network.sign-mask = "haff": not one of the choices~   accepted: none, half, bernoulli, second-half; did you mean 'half'?
            sign-mask = half                                 | sign-mask = true               | x.conf:6: network.sign-mask = true: not one of the choices~   accepted: none, half, bernoulli, second-half
            coefficient = 0.001                              | coefficient = -1               | x.conf:7: network.penalty.coefficient = -1: must be a number in [0, inf)
            coefficient = 0.001                              | coefficient = [1, 2, 3]        | x.conf:7: network.penalty.coefficient = [1,2,3]: 3 values for 2 hidden layers~   accepted: one value, or a list of 2, as network.hidden has
            coefficient = 0.001                              | coefficient = []               | x.conf:7: network.penalty.coefficient = []: 0 values for 2 hidden layers~   accepted: one value, or a list of 2, as network.hidden has
            coefficient = 0.001                              | coefficient = [1, x]           | x.conf:7: network.penalty.coefficient[1] = "x": must be a number in [0, inf)
            learning-rate = 0.1                              | learning-rate = NaN            | x.conf:10: fine-tuning.optimizer.learning-rate = "NaN": must be a number in [0, inf)
            learning-rate = 0.1                              | learning-rate = 1e999          | x.conf:10: fine-tuning.optimizer.learning-rate = 1e999: must be finite: a number in [0, inf)
            minibatch-size = 10                              | minibatch-size = 3000000000    | x.conf:11: fine-tuning.minibatch-size = 3000000000: must be a whole number in [1, 1000000]; this is larger than an int holds (2147483647)
            minibatch-size = 10                              | minibatch-size = 99999999999999999999 | x.conf:11: fine-tuning.minibatch-size = "99999999999999999999": must be a whole number in [1, 1000000]; this has too many digits, or stands in quotes
            minibatch-size = 10                              | keep-incomplete-minibatch = yes | x.conf:11: fine-tuning.keep-incomplete-minibatch = "yes": must be true or false
            epochs = 60                                      | stopping { type = best-validation, patience = 13 } | x.conf:12: fine-tuning.stopping.patience = 13: must be a lucky number
            epochs = 60                                      | `epochs = 60, label-fraction = 0` | x.conf:12: fine-tuning.label-fraction = 0: must be a number in (0, 1]
            epochs = 60                                      | `epochs = 60, label-fraction = 1.5` | x.conf:12: fine-tuning.label-fraction = 1.5: must be a number in (0, 1]
            epochs = 60                                      | `epochs = 60, epohs = 5`       | x.conf:12: fine-tuning.epohs: unknown key~   accepted: optimizer, schedule, minibatch-size, keep-incomplete-minibatch, epochs, stopping, label-fraction, class-weights, balanced-classes
            activation { type = rectifier }                  | activation { type = lif, threshold = -1 } | x.conf:5: network.activation.threshold = -1.0: must be above reset
            activation { type = rectifier }                  | penalties = []                 | x.conf:5: network.penalties: unknown key~   accepted: hidden, activation, sign-mask, initializer, penalty, output, dropout, max-norm
            """)
    void explainsEachKindOfProblem(String line, String replacement, String problem) {
        assertThat(folder.problemsWith(line, replacement)).contains(problem.replace('~', '\n'));
    }

    @Test
    void putsAMissingKeyWhereItsSectionBegins() {
        assertThat(folder.problemsWith("epochs = 60", ""))
                .containsExactly("x.conf:9: fine-tuning.epochs: missing; must be a whole number in [0, 1000000]");
        assertThat(folder.problemsWith("dataset { type = digits }", ""))
                .containsExactly("x.conf:1: dataset: missing; "
                        + "must be the name of a component of kind dataset, or { type = NAME, ... }");
    }

    @Test
    void doesNotReportAMisspeltKeyAsMissingToo() {
        assertThat(folder.problemsWith("hidden = [30, 20]", "hiden = [30, 20]"))
                .containsExactly(
                        "x.conf:4: network.hiden: unknown key\n"
                                + "   accepted: hidden, activation, sign-mask, initializer, penalty, output, dropout, max-norm; did you mean 'hidden'?");
    }

    @Test
    void doesNotCountLayersThatAreWrongThemselves() {
        assertThat(folder.problems(ExperimentFolder.GOOD
                        .replace("hidden = [30, 20]", "hidden = thirty")
                        .replace("coefficient = 0.001", "coefficient = [1, 2, 3]")))
                .singleElement()
                .asString()
                .startsWith("x.conf:4: network.hidden = \"thirty\"");
    }

    @Test
    void refusesAMetricGivenTwice() {
        assertThat(folder.problems(ExperimentFolder.GOOD + "metrics = [\n sparsity\n { type = sparsity }\n sparsty]"))
                .containsExactly(
                        "x.conf:16: metrics[1] = {\"type\":\"sparsity\"}: the same name as metrics[0]\n"
                                + "   accepted: each name once; { type = sparsity, name = sparsity-2, ... } gives another",
                        "x.conf:17: metrics[2] = \"sparsty\": no such metric\n"
                                + "   accepted: error-rate, negative-log-likelihood, sparsity; did you mean 'sparsity'?");
    }

    @Test
    void findsProblemsInsideComponentsInsideLists() {
        assertThat(folder.problems(ExperimentFolder.GOOD + """
                        pretraining {
                          type = denoising
                          others = [masking, { type = masking, level = 1 }, maskin]
                          schedule { epoch = 5 }
                        }
                        """))
                .containsExactly(
                        "x.conf:16: pretraining.others[1].level = 1: must be a number in [0, 1)",
                        "x.conf:16: pretraining.others[2] = \"maskin\": no such corruption\n"
                                + "   accepted: masking; did you mean 'masking'?",
                        "x.conf:17: pretraining.schedule.epoch: unknown key\n"
                                + "   accepted: epochs, learning-rates; did you mean 'epochs'?");
    }

    @Test
    void putsADefaultThatNothingProvidesWhereItIsUsed() {
        Path file = folder.write("x.conf", ExperimentFolder.GOOD);
        var bare = org.rectify.engine.component.ComponentRegistry.of(java.util.Map.of());

        assertThatThrownBy(() -> Experiments.load(file, List.of(), bare, file))
                .hasMessageContaining("x.conf:3: network.initializer = \"normalized-uniform\": no such initializer\n"
                        + "   no plugin contributes any initializer; is a directory of plugins missing?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            epochs = 60       | epochs = [1, }      | x.conf:12:
            epochs = 60       | epochs =            | x.conf:13:
            sign-mask = half  | sign-mask half      | x.conf:7: Key 'sign-mask half' may not be followed by token
            hidden = [30, 20] | hidden = ${units}   | x.conf:4: Could not resolve substitution to a value: ${units}
            hidden = [30, 20] | hidden = ${?units}  | x.conf:3: network.hidden: missing
            """)
    void reportsWhatIsNotHoconWithItsLine(String line, String replacement, String problem) {
        assertThat(folder.problemsWith(line, replacement))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @Test
    void locatesProblemsOfIncludedTexts() {
        folder.write("parts/network.conf", "hidden = [10]\nactivation = rectifer\n");

        assertThat(folder.problems("""
                        dataset = digits
                        network { include "parts/network" }
                        include "presets/paper-fine-tuning"
                        fine-tuning.optimizer { momentum = 0.9 }
                        """))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .startsWith(
                                        "x.conf:4: fine-tuning.optimizer.momentum: unknown option of optimizer 'sgd'"),
                        problem -> assertThat(problem).startsWith("x.conf:4: fine-tuning.epochs: missing"),
                        problem -> assertThat(problem)
                                .startsWith("parts/network.conf:2: network.activation = \"rectifer\": no such"));
    }

    @Test
    void showsControlCharactersAsEscapes() {
        assertThat(folder.problemsWith("sign-mask = half", "sign-mask = \"\\u001b[31mred\\u202e\""))
                .singleElement()
                .asString()
                .contains("\\u001b[31mred\\u202e")
                .doesNotContain("\u001b", "\u202e");
    }
}
