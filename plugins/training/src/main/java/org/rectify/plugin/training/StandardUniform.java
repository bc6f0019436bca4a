package org.rectify.plugin.training;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.initializer.InitializerFactory;

/** The initialisation that was usual before the normalised one: U(±1/√fan-in) (item 15). */
final class StandardUniform implements InitializerFactory<NoOptions> {

    @Override
    public String name() {
        return "standard-uniform";
    }

    @Override
    public String summary() {
        return "Uniform within ±1 / sqrt(fan-in): the usual choice before normalized-uniform.";
    }

    @Override
    public String source() {
        return "section 4.1, item 15";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Initializer create(NoOptions options, ComponentContext context) {
        return new UniformInitializer((fanIn, fanOut) -> 1 / Math.sqrt(fanIn));
    }
}
