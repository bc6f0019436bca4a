package org.rectify.plugin.training;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.initializer.InitializerFactory;

/** An interval given by the user, the same for every layer (item 15). */
final class ExplicitUniform implements InitializerFactory<ExplicitUniform.Options> {

    /** The interval. */
    record Options(
            @Describe(
                    value = "Half the width of the interval around zero.",
                    range = "(0, inf)",
                    source = "section 4.1, item 15")
            double bound) {

        Options {
            Require.in("bound", bound, "(0, inf)");
        }
    }

    @Override
    public String name() {
        return "uniform";
    }

    @Override
    public String summary() {
        return "Uniform within ±bound, the same in every layer.";
    }

    @Override
    public String source() {
        return "section 4.1, item 15";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Initializer create(Options options, ComponentContext context) {
        return new UniformInitializer((fanIn, fanOut) -> options.bound());
    }
}
