package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.PerLayer;
import org.rectify.testkit.SamplePlugin.AllOptions;
import org.rectify.testkit.SamplePlugin.Shape;

class ComponentsTest {

    @Test
    void defaultsOfEveryTypeAreRead() {
        assertThat(Components.defaultOptions(AllOptions.class))
                .isEqualTo(new AllOptions(
                        10,
                        0,
                        0.5,
                        0.1f,
                        new PerLayer<>(List.of(0.1, 0.2)),
                        List.of(),
                        Optional.empty(),
                        true,
                        Shape.ALMOST_SQUARE,
                        "text",
                        Path.of("file.txt")));
    }

    record OneValue(
            @Describe(value = "A fraction for each layer.", defaultsTo = "0.5")
            PerLayer<Double> layers) {}

    @Test
    void oneValueServesEveryLayer() {
        assertThat(Components.defaultOptions(OneValue.class).layers()).isEqualTo(PerLayer.all(0.5));
    }

    record Required(@Describe("A slope.") double slope) {}

    @Test
    void anOptionThatMustBeGivenHasNoDefault() {
        assertThatThrownBy(() -> Components.defaultOptions(Required.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("option slope of");
    }

    @Test
    void componentsAreMadeByName() {
        Activation activation = Components.make(new SamplePlugin().activations(), "optioned");
        assertThat(activation).isInstanceOf(Curve.class);
    }

    record Line(@Describe("A slope.") double slope) {}

    /** A line through the origin. */
    private static final class Lines implements ActivationFactory<Line> {

        @Override
        public String name() {
            return "line";
        }

        @Override
        public Class<Line> options() {
            return Line.class;
        }

        @Override
        public Activation create(Line options, ComponentContext context) {
            return new Curve(z -> options.slope() * z, z -> options.slope());
        }
    }

    @Test
    void givenOptionsAreReadAsInAnExperimentFile() {
        Activation activation = Components.make(List.of(new Lines()), "line", Map.of("slope", "-0.5"));
        assertThat(((Curve) activation).value(3)).isEqualTo(-1.5);
    }

    @Test
    void unknownOptionsAreRefused() {
        assertThatThrownBy(() -> Components.make(List.of(new Lines()), "line", Map.of("slope", "1", "bend", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("has no options [bend]");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Components.make(new SamplePlugin().activations(), "absent"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing is registered as absent; registered are [plain, optioned]");
    }

    @Test
    void aContextIsChangedByMakingACopy() {
        TestContext context = TestContext.in(Path.of("here"));
        assertThat(context.withSeed(7).random().seed()).isEqualTo(7);
        assertThat(context.withDataDirectory(Path.of("there")).dataDirectory()).isEqualTo(Path.of("there"));
        assertThat(context.withHiddenLayers(30, 20).hiddenLayers()).containsExactly(30, 20);
        assertThat(context)
                .isEqualTo(new TestContext(context.random(), Path.of("here", "data"), Path.of("here"), List.of()));
    }
}
