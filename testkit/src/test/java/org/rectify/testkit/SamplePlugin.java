package org.rectify.testkit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.activation.Activations;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.PerLayer;
import org.rectify.api.component.Require;
import org.rectify.api.plugin.Plugin;

/** A correct plugin with an option of every type. */
public final class SamplePlugin implements Plugin {

    @Override
    public List<ActivationFactory<?>> activations() {
        return List.of(
                Activations.elementwise("plain", z -> z, (z, a) -> 1).summary("What it is given."),
                new OptionsFactory<>("optioned", AllOptions.class));
    }

    enum Shape {
        ROUND,
        ALMOST_SQUARE
    }

    record AllOptions(
            @Describe(value = "A whole number.", defaultsTo = "10", range = "[1, 1000]")
            int whole,

            @Describe(value = "A large whole number.", defaultsTo = "0", range = "[0, inf)")
            long large,

            @Describe(value = "A fraction.", defaultsTo = "0.5", range = "(0, 1]")
            double fraction,

            @Describe(value = "A short fraction.", defaultsTo = "0.1", range = "[0.1, 2)")
            float shortFraction,

            @Describe(value = "A fraction for each layer.", defaultsTo = "[0.1, 0.2]", range = "[0, inf)")
            PerLayer<Double> layers,

            @Describe(value = "Sizes.", defaultsTo = "[]", range = "[1, 100]")
            List<Integer> sizes,

            @Describe(value = "A limit.", range = "(-inf, 0)")
            Optional<Double> limit,

            @Describe(value = "A switch.", defaultsTo = "true")
            boolean switched,

            @Describe(value = "A shape.", defaultsTo = "almost-square")
            Shape shape,

            @Describe(value = "A text.", defaultsTo = "text")
            String text,

            @Describe(value = "A file.", defaultsTo = "file.txt")
            Path file) {

        AllOptions {
            Require.in("whole", whole, "[1, 1000]");
            Require.in("large", large, "[0, inf)");
            Require.in("fraction", fraction, "(0, 1]");
            Require.in("short-fraction", shortFraction, "[0.1, 2)");
            Require.eachIn("layers", layers, "[0, inf)");
            sizes = List.copyOf(sizes);
            sizes.forEach(size -> Require.in("sizes", size, "[1, 100]"));
            limit.ifPresent(number -> Require.in("limit", number, "(-inf, 0)"));
        }
    }

    /** A factory of the identity that asks for options. */
    record OptionsFactory<O extends Record>(String name, Set<String> aliases, String summary, Class<O> options)
            implements ActivationFactory<O> {

        OptionsFactory(String name, Class<O> options) {
            this(name, Set.of(), "What it is given.", options);
        }

        @Override
        public Activation create(O options, ComponentContext context) {
            return new Curve(z -> z, z -> 1);
        }
    }
}
