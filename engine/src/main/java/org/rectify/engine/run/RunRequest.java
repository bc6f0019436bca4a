package org.rectify.engine.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.training.TrainingListener;

/**
 * What to run, and who is told.
 *
 * @param experiment bound and checked
 * @param registry what its components were found in
 * @param output the folder in which the run directory is made, and beside it the pre-trained stacks that runs share
 * @param cached whether a stack that was pre-trained before is used, and a new one kept
 * @param commandLine as given, for the provenance
 * @param page renders the page of the run
 * @param directoryMade told the run directory as soon as there is one
 * @param listener told how training goes
 */
public record RunRequest(
        ResolvedExperiment experiment,
        ComponentRegistry registry,
        Path output,
        boolean cached,
        List<String> commandLine,
        PageRenderer page,
        Consumer<RunDirectory> directoryMade,
        TrainingListener listener) {

    /** Copies the list. */
    public RunRequest {
        commandLine = List.copyOf(commandLine);
    }
}
