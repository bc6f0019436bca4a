package org.rectify.plugin.training;

import java.util.Set;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.initializer.InitializerFactory;

/** The normalised initialisation of Glorot and Bengio (2010): U(±√(6 / (fan-in + fan-out))) (item 15, A1). */
final class NormalizedUniform implements InitializerFactory<NoOptions> {

    @Override
    public String name() {
        return "normalized-uniform";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("glorot-uniform");
    }

    @Override
    public String summary() {
        return "Uniform within ±sqrt(6 / (fan-in + fan-out)): keeps the variance of outputs and gradients over layers.";
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
        return new UniformInitializer((fanIn, fanOut) -> Math.sqrt(6.0 / (fanIn + fanOut)));
    }
}
