package org.rectify.study;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.run.PageRenderer;
import org.rectify.study.plan.StudyPlan;

/**
 * A study to carry out, and who is told.
 *
 * @param plan everything it may run
 * @param registry what its components were found in
 * @param directory the study's own; made where it is missing, taken up again where it is not
 * @param retryFailed whether trials that failed before are tried again
 * @param commandLine as given, for the provenance of trials
 * @param page renders the page of a trial
 * @param launcher starts trials in processes of their own
 * @param lease how long a trial stays with a process that shows no sign of life, and how long one that is given up may take
 *     to end
 * @param stopping asked again and again; once it is true, trials under way are given up and the study is left as it is
 * @param listener told how far the study is, a few times a second, on the calling thread
 */
public record StudyRequest(
        StudyPlan plan,
        ComponentRegistry registry,
        Path directory,
        boolean retryFailed,
        List<String> commandLine,
        PageRenderer page,
        TrialLauncher launcher,
        Duration lease,
        BooleanSupplier stopping,
        Consumer<StudyStatus> listener) {

    /** Long enough for a process that a busy machine keeps waiting. */
    public static final Duration USUAL_LEASE = Duration.ofSeconds(60);

    /** Copies the list. */
    public StudyRequest {
        commandLine = List.copyOf(commandLine);
    }
}
