package org.rectify.engine.config;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rectify.api.facts.DataFacts;

/**
 * An experiment read, bound and checked.
 *
 * @param spec the experiment
 * @param text {@code resolved.conf}: a file that needs no other and binds to an equal experiment, with every default,
 *     preset, override and substitution written out; paths in it are absolute; equal experiments have equal texts
 * @param file it was read from, as the user named it
 * @param data tells what its data set finds, without making it where that is dear; throws a {@link
 *     org.rectify.api.error.DataException} where files are missing or damaged
 * @param fit refuses data that the experiment's components cannot work with
 */
public record ResolvedExperiment(
        ExperimentSpec spec, String text, Path file, Supplier<DataFacts> data, Consumer<DataFacts> fit) {

    /** The same experiment, run where nobody is told of it: for measurements and rehearsals. */
    public ResolvedExperiment withoutListeners() {
        return new ResolvedExperiment(spec.withoutListeners(), text, file, data, fit);
    }
}
