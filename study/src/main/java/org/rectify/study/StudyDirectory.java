package org.rectify.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.record.Predictions;
import org.rectify.statistics.Correctness;
import org.rectify.study.plan.PlannedTrial;

/**
 * Where a study keeps its ledger, its tables and its trials.
 *
 * <p>A trial is trained in a folder of the attempt and renamed when it is done, so that what lies under its own name is whole.
 *
 * @param path of the study
 */
public record StudyDirectory(Path path) {

    private static final int ATTEMPTS_TO_REMOVE = 20;

    /** The ledger of its trials. */
    public Path ledger() {
        return path.resolve("ledger.sqlite");
    }

    /** The folder of finished trials. */
    public Path trials() {
        return path.resolve("trials");
    }

    /** What was logged. */
    public Path log() {
        return path.resolve("log");
    }

    /** Makes what is missing of it. */
    public void make() {
        try {
            Files.createDirectories(trials());
        } catch (IOException e) {
            throw new RectifyException(
                    Category.USER,
                    "cannot make the study's folder " + path.toAbsolutePath() + "; choose another --out",
                    e);
        }
    }

    /** The directory of a trial that is done. */
    Path of(PlannedTrial trial) {
        return trials().resolve(trial.name());
    }

    /** The directory of an attempt at a trial; what earlier ones left is removed. */
    Path attempt(PlannedTrial trial, int number) {
        String prefix = "." + trial.name() + "-";
        try (Stream<Path> entries = Files.list(trials())) {
            List<Path> left = entries.filter(
                            entry -> String.valueOf(entry.getFileName()).startsWith(prefix))
                    .toList();
            left.forEach(StudyDirectory::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + trials(), e);
        }
        return trials().resolve(prefix + number);
    }

    /** A folder for what an attempt at a trial needs besides its run directory. */
    Path scratch(PlannedTrial trial, int number) {
        return trials().resolve("." + trial.name() + "-" + number + ".scratch");
    }

    /** Removes what an attempt at a trial leaves beside a result. */
    void sweep(PlannedTrial trial, int number) {
        Path attempt = trials().resolve("." + trial.name() + "-" + number);
        delete(attempt);
        delete(PartialRun.partialOf(attempt));
        delete(scratch(trial, number));
    }

    /** Whether there is something of a trial's name, which is only given to what is done. */
    boolean isPublished(PlannedTrial trial) {
        return Files.exists(of(trial), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Gives a finished attempt its trial's name.
     *
     * @return whether it got it; else another process was faster
     */
    boolean publish(PlannedTrial trial, Path attempt) {
        try {
            Files.move(attempt, of(trial), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            if (isPublished(trial)) {
                return false;
            }
            throw new UncheckedIOException("cannot rename " + attempt, e);
        }
    }

    /** Which test examples a finished trial classified correctly; empty where it kept no predictions, or told numbers. */
    Optional<Correctness> correctness(PlannedTrial trial) {
        Path file = of(trial).resolve("predictions.csv");
        return Files.isRegularFile(file) ? Predictions.read(file, trial.name()).correctness() : Optional.empty();
    }

    /** Removes a folder and what is in it, also while somebody still adds to it. */
    static void delete(Path folder) {
        for (int attempt = 1; Files.exists(folder, LinkOption.NOFOLLOW_LINKS); attempt++) {
            try (Stream<Path> entries = Files.walk(folder)) {
                for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(entry);
                }
            } catch (IOException | UncheckedIOException e) {
                if (attempt == ATTEMPTS_TO_REMOVE) {
                    throw new UncheckedIOException(new IOException("cannot remove " + folder, e));
                }
            }
        }
    }
}
