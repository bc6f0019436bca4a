package org.rectify.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rectify.engine.config.TestComponents.given;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.component.NoOptions;
import org.rectify.api.component.PerLayer;
import org.rectify.api.error.Category;
import org.rectify.api.error.DataException;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.config.TestComponents.Cost;
import org.rectify.engine.config.TestComponents.Given;
import org.rectify.engine.config.TestComponents.L1Options;
import org.rectify.engine.config.TestComponents.Noise;
import org.rectify.engine.config.TestComponents.PatienceOptions;
import org.rectify.engine.config.TestComponents.Schedule;
import org.rectify.engine.config.TestComponents.SgdOptions;
import org.rectify.engine.config.TestComponents.StackOptions;
import org.rectify.engine.config.TestComponents.ToyOptions;
import org.rectify.kernels.network.Named;
import org.rectify.kernels.network.SignMask;

class ExperimentsTest {

    private static final String EVERYTHING = """
            # every section and every type of option
            experiment { name = everything-1, seed = 20110411 }
            dataset { type = toy, images = "images/train set", examples = 200 }
            network {
              hidden = [30, 20]
              activation { type = integrate-and-fire, tau = 5 }
              sign-mask = second-half
              initializer = normalized-uniform
              penalty { type = l1-activation, coefficient = [0.001, 0.01] }
            }
            pretraining {
              type = denoising
              corruption { type = masking, level = [0.1, 0.2] }
              second = none
              others = [masking, { type = masking, level = 0.5 }]
              cost = cross-entropy
              tied-weights = false
              schedule { epochs = ${fine-tuning.epochs}, learning-rates = [1, 1e-2] }
              examples = 1e10
              label = 2011
            }
            fine-tuning {
              optimizer { type = sgd, learning-rate = 1.0E-4 }
              minibatch-size = 20
              keep-incomplete-minibatch = true
              epochs = 3
              stopping { type = best-validation, patience = 10 }
              label-fraction = 0.05
            }
            metrics = [sparsity, { type = error-rate }]
            engine { threads = 2 }
            """;

    private final ExperimentFolder folder;

    ExperimentsTest(@TempDir Path folder) {
        this.folder = new ExperimentFolder(folder);
    }

    @Test
    void bindsEveryTypeOfOption() {
        ExperimentSpec spec = folder.load(EVERYTHING).spec();

        assertThat(spec.experiment()).isEqualTo(new ExperimentSpec.Identity("everything-1", 20110411));
        assertThat(spec.dataset().type()).isEqualTo("toy");
        assertThat(spec.dataset().options()).isEqualTo(new ToyOptions(Path.of("images/train set"), 200));
        assertThat(spec.dataset().plugin()).isEqualTo(TestComponents.IDENTITY);
        assertThat(spec.network().hidden()).containsExactly(30, 20);
        assertThat(spec.network().signMask()).isEqualTo(SignMask.SECOND_HALF);
        assertThat(options(spec.network().penalty().get(0).component()))
                .isEqualTo(new L1Options(new PerLayer<>(List.of(0.001, 0.01))));
        StackOptions pretraining = (StackOptions) options(spec.pretraining());
        assertThat(options(pretraining.corruption())).isEqualTo(new Noise(new PerLayer<>(List.of(0.1, 0.2))));
        assertThat(pretraining.second()).isEmpty();
        assertThat(pretraining.others())
                .extracting(ExperimentsTest::options)
                .containsExactly(new Noise(PerLayer.all(0.25)), new Noise(PerLayer.all(0.5)));
        assertThat(pretraining.cost()).isEqualTo(Cost.CROSS_ENTROPY);
        assertThat(pretraining.tiedWeights()).isFalse();
        assertThat(pretraining.schedule()).isEqualTo(new Schedule(3, List.of(1.0, 0.01)));
        assertThat(pretraining.examples()).isEqualTo(10_000_000_000L);
        assertThat(pretraining.label()).isEqualTo("2011");
        assertThat(options(spec.fineTuning().optimizer())).isEqualTo(new SgdOptions(1e-4));
        assertThat(spec.fineTuning().keepIncompleteMinibatch()).isTrue();
        assertThat(spec.fineTuning().labelFraction()).isEqualTo(0.05);
        assertThat(options(spec.fineTuning().stopping())).isEqualTo(new PatienceOptions(Optional.of(10), 0));
        assertThat(spec.metrics())
                .extracting(Named::type)
                .containsExactly("sparsity", "error-rate", "negative-log-likelihood");
        assertThat(spec.engine()).isEqualTo(new ExperimentSpec.Engine(BackendChoice.VECTOR, 2));
    }

    private static Record options(Object component) {
        return given(component).options();
    }

    @Test
    void fillsInDefaults() {
        ExperimentSpec spec = folder.load("""
                dataset = digits
                network { hidden = [], activation = rectifier }
                fine-tuning { optimizer { type = sgd, learning-rate = 0.1 }, epochs = 1 }
                """).spec();

        assertThat(spec.experiment()).isEqualTo(new ExperimentSpec.Identity("experiment", 1));
        assertThat(spec.network().hidden()).isEmpty();
        assertThat(spec.network().signMask()).isEqualTo(SignMask.NONE);
        assertThat(given(spec.network().initializer()).name()).isEqualTo("normalized-uniform");
        assertThat(spec.network().penalty()).isEmpty();
        assertThat(given(spec.pretraining()).name()).isEqualTo("none");
        assertThat(spec.fineTuning().minibatchSize()).isEqualTo(10);
        assertThat(spec.fineTuning().keepIncompleteMinibatch()).isFalse();
        assertThat(spec.fineTuning().labelFraction()).isEqualTo(1);
        assertThat(spec.metrics())
                .extracting(Named::type)
                .containsExactly("error-rate", "negative-log-likelihood", "sparsity");
        assertThat(spec.engine().threads()).isEqualTo(1);
    }

    @Test
    void takesNullForAValueThatIsNotThere() {
        ExperimentSpec spec = folder.loadGood("network.penalty=null", "fine-tuning.minibatch-size=null")
                .spec();

        assertThat(spec.network().penalty()).isEmpty();
        assertThat(spec.fineTuning().minibatchSize()).isEqualTo(10);
    }

    @Test
    void takesNoneForAnOptionalComponentThatIsNotThere() {
        assertThat(folder.loadGood("network.penalty=none").spec().network().penalty())
                .isEmpty();
        assertThat(folder.loadGood("network.penalty={type=none}")
                        .spec()
                        .network()
                        .penalty())
                .isEmpty();
    }

    @Test
    void handsComponentsWhatSurroundsThem() {
        Given<?> activation =
                given(folder.loadGood("network.activation=lif").spec().network().activation());

        assertThat(activation.context().random().seed()).isEqualTo(7);
        assertThat(activation.context().hiddenLayers()).containsExactly(30, 20);
        assertThat(activation.context().experimentDirectory()).isEqualTo(folder.folder());
        assertThat(activation.context().dataDirectory())
                .isEqualTo(folder.folder().resolve("data"));
    }

    @Test
    void leavesTheDatasetToBeMadeLater() {
        DeferredComponent<?> dataset =
                folder.loadGood("dataset={type=toy, images=train.idx}").spec().dataset();

        assertThatThrownBy(dataset::create)
                .isInstanceOf(DataException.class)
                .hasMessage("read " + folder.folder().resolve("train.idx") + " of "
                        + folder.folder().resolve("data"));
    }

    @Test
    void locatesAnOptionRefusedWhenTheDatasetIsMade() {
        DeferredComponent<?> dataset = folder.load(ExperimentFolder.GOOD.replace(
                        "dataset { type = digits }", "dataset { type = toy, images = a, examples = 3 }"))
                .spec()
                .dataset();

        assertThatThrownBy(dataset::create)
                .isInstanceOf(InvalidExperimentException.class)
                .hasMessageContaining("x.conf:2: dataset.examples = 3: must be even");
    }

    @Test
    void writesAResolvedTextThatSaysEverything() {
        String text = folder.load(EVERYTHING, "experiment.seed=5").text();

        assertThat(text).isEqualTo("""
                experiment {
                  name = everything-1
                  seed = 5
                }
                dataset {
                  type = toy
                  images = "%s/images/train set"
                  examples = 200
                }
                network {
                  hidden = [30, 20]
                  activation {
                    type = lif
                    tau = 5.0
                    reset = 0.0
                    threshold = 1.0
                  }
                  sign-mask = second-half
                  initializer {
                    type = normalized-uniform
                  }
                  penalty {
                    type = l1-activation
                    coefficient = [0.001, 0.01]
                  }
                  output {
                    type = softmax
                  }
                  dropout {
                    input = 0.0
                    hidden = 0.0
                  }
                }
                pretraining {
                  type = denoising
                  corruption {
                    type = masking
                    level = [0.1, 0.2]
                  }
                  others = [{ type = masking, level = 0.25 }, { type = masking, level = 0.5 }]
                  cost = cross-entropy
                  tied-weights = false
                  schedule {
                    epochs = 3
                    learning-rates = [1.0, 0.01]
                  }
                  examples = 10000000000
                  label = "2011"
                }
                fine-tuning {
                  optimizer {
                    type = sgd
                    learning-rate = 1.0E-4
                  }
                  schedule {
                    type = constant
                  }
                  minibatch-size = 20
                  keep-incomplete-minibatch = true
                  epochs = 3
                  stopping {
                    type = best-validation
                    patience = 10
                    check-interval = 0
                  }
                  label-fraction = 0.05
                  class-weights = []
                  balanced-classes = false
                }
                metrics = [{ type = sparsity }, { type = error-rate }, { type = negative-log-likelihood }]
                listeners = []
                engine {
                  backend = vector
                  threads = 2
                }
                """.formatted(folder.folder()));
    }

    @Test
    void bindsTheResolvedTextToTheSameExperimentWhereverItLies() {
        for (String text : List.of(EVERYTHING, ExperimentFolder.GOOD)) {
            ResolvedExperiment first = folder.load(text);
            Path elsewhere = folder.write("runs/1/resolved.conf", first.text());

            ResolvedExperiment second =
                    Experiments.load(elsewhere, List.of(), TestComponents.registry(), folder.folder());

            assertThat(second.text()).isEqualTo(first.text());
            assertThat(second.spec().experiment()).isEqualTo(first.spec().experiment());
            assertThat(second.spec().network().hidden())
                    .isEqualTo(first.spec().network().hidden());
        }
    }

    @Test
    void namesThePluginWhoseComponentFails() {
        assertThatThrownBy(() -> folder.loadGood("network.activation=broken"))
                .isInstanceOfSatisfying(
                        RectifyException.class, e -> assertThat(e.category()).isEqualTo(Category.PLUGIN))
                .hasMessage("plugin test-plugin (plugins/test), activation 'broken': create() throws "
                        + "java.lang.IllegalStateException: out of luck");
        assertThatThrownBy(() -> folder.loadGood("network.activation=broken-default"))
                .isInstanceOfSatisfying(
                        RectifyException.class, e -> assertThat(e.category()).isEqualTo(Category.PLUGIN))
                .hasMessageContaining(
                        "activation 'broken-default': options() gives a record whose network.activation.number"
                                + " has the default");
        assertThatThrownBy(() -> folder.loadGood("network.activation=refused-default"))
                .isInstanceOfSatisfying(
                        RectifyException.class, e -> assertThat(e.category()).isEqualTo(Category.PLUGIN))
                .hasMessageContaining("activation 'refused-default': options() gives a record whose"
                        + " network.activation.number has the default 'banana', which must be a number");
        assertThatThrownBy(() -> folder.loadGood("network.activation=broken-record"))
                .isInstanceOfSatisfying(
                        RectifyException.class, e -> assertThat(e.category()).isEqualTo(Category.PLUGIN))
                .hasMessage("plugin test-plugin (plugins/test), activation 'broken-record': new BrokenRecord() throws "
                        + "java.lang.AssertionError: of two lines");
    }

    @Test
    void saysWhereItLookedForAFileThatIsNotThere() {
        Path missing = folder.folder().resolve("missing.conf");

        assertThatThrownBy(() -> Experiments.load(missing, List.of(), TestComponents.registry(), missing))
                .isInstanceOfSatisfying(
                        RectifyException.class, e -> assertThat(e.category()).isEqualTo(Category.USER))
                .hasMessage("no such experiment file: " + missing);
    }

    @Test
    void bindsTheOptionsOfAComponentWithoutOptions() {
        assertThat(folder.loadGood().spec().dataset().options()).isEqualTo(new NoOptions());
    }
}
