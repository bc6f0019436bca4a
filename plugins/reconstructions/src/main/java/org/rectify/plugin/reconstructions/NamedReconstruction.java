package org.rectify.plugin.reconstructions;

import java.util.function.Function;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.api.reconstruction.ReconstructionFactory;

/** A reconstruction under its name, made from its options alone. */
record NamedReconstruction<O extends Record>(
        String name, String summary, String source, Class<O> options, Function<O, Reconstruction> maker)
        implements ReconstructionFactory<O> {

    static NamedReconstruction<NoOptions> of(String name, String summary, String source, Reconstruction made) {
        return new NamedReconstruction<>(name, summary, source, NoOptions.class, none -> made);
    }

    @Override
    public Reconstruction create(O chosen, ComponentContext context) {
        return maker.apply(chosen);
    }
}
