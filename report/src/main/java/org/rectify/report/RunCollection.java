package org.rectify.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.record.RecordedRun;
import org.rectify.engine.record.RunFolders;

/**
 * The runs below a folder, and the studies some of them are trials of.
 *
 * @param folder that was looked through
 * @param studies in the order of their paths
 * @param runs that ended with a network and may be reported
 * @param leftOut runs and studies that are not, or not as a whole
 * @param unselected trials that another point of their study's grid was preferred to
 */
record RunCollection(
        Path folder, List<StudyRecord> studies, List<Sourced> runs, List<LeftOut> leftOut, int unselected) {

    private static final int DEEPEST = 4;

    /** Copies the lists. */
    RunCollection {
        studies = List.copyOf(studies);
        runs = List.copyOf(runs);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A run and where it is from.
     *
     * @param source the study's name; empty for a run by itself
     */
    record Sourced(RecordedRun run, String source) {}

    /** What is not reported, and why. */
    record LeftOut(String name, String why) {}

    /**
     * Reads a folder.
     *
     * @throws RectifyException of the user's category if it is none, is itself a run's, or holds no run that began
     */
    static RunCollection read(Path folder) {
        if (RecordedRun.isRun(folder)) {
            throw new RectifyException(
                    Category.USER,
                    folder
                            + " is the folder of one run, which has a report.html already; accepted is a folder that holds"
                            + " runs or studies");
        }
        List<Path> found = RunFolders.in(folder).stream()
                .filter(path -> !hidden(folder.relativize(path)))
                .toList();
        if (found.isEmpty()) {
            throw new RectifyException(
                    Category.USER,
                    "there are no runs in " + folder + "; accepted is a folder that holds runs or studies");
        }
        List<StudyRecord> studies = studies(folder);
        List<LeftOut> leftOut = new ArrayList<>();
        studies.forEach(study -> study.damages().forEach(damage -> leftOut.add(new LeftOut(study.name(), damage))));
        List<Sourced> runs = new ArrayList<>();
        int unselected = 0;
        for (Path path : found) {
            RecordedRun run = RecordedRun.read(path);
            Optional<StudyRecord> study = studies.stream()
                    .filter(one -> path.startsWith(one.folder()))
                    .reduce((outer, inner) -> inner);
            Optional<String> obstacle = obstacle(run);
            if (obstacle.isPresent()) {
                leftOut.add(new LeftOut(folder.relativize(path).toString(), obstacle.get()));
            } else if (study.isPresent() && !study.get().selected().contains(run.name())) {
                unselected++;
            } else {
                runs.add(new Sourced(run, study.map(StudyRecord::name).orElse("")));
            }
        }
        return new RunCollection(folder, studies, runs, leftOut, unselected);
    }

    /** An attempt at a trial that was broken off begins with a dot. */
    private static boolean hidden(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."));
    }

    private static List<StudyRecord> studies(Path folder) {
        try (Stream<Path> paths = Files.walk(folder, DEEPEST)) {
            return paths.filter(StudyRecord::isStudy)
                    .sorted()
                    .map(StudyRecord::read)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new RectifyException(Category.USER, "cannot look through " + folder, unreadable);
        }
    }

    private static Optional<String> obstacle(RecordedRun run) {
        if (run.status() == RecordedRun.Status.DAMAGED) {
            return Optional.of(String.join("; ", run.damages()));
        }
        if (run.status() == RecordedRun.Status.DIVERGED) {
            return Optional.of("learning diverged");
        }
        return run.result().isEmpty() ? Optional.of("unfinished: it has no result") : Optional.empty();
    }
}
