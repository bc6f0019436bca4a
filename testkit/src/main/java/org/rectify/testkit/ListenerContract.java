package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.listener.EndFacts;
import org.rectify.api.listener.EpochFacts;
import org.rectify.api.listener.PretrainingFacts;
import org.rectify.api.listener.RunFacts;
import org.rectify.api.listener.RunListener;

/**
 * What every listener must satisfy; its author extends this class and makes the listener.
 *
 * <pre>{@code
 * class NotifierKeepsTheContractTest extends ListenerContract {
 *     @Override
 *     protected RunListener listener(Path directory) {
 *         return new NotifierFactory().create(new NotifierOptions(directory), TestContext.in(directory));
 *     }
 * }
 * }</pre>
 *
 * <p>The listener is told runs from beginning to end, runs that diverge, fail at any moment or have no hidden layer, one
 * after the other and two at the same time. It may write to the run directory, in folders of its own, and to the folder it
 * was configured with, and nowhere else; and to none of them before a run begins.
 *
 * @since 0.2
 */
public abstract class ListenerContract {

    private static final String FAILURE = "cannot read \"train\":\n  no such file; ' \\ \u00e4 \u4e2d";

    /** What lies in a run directory before a listener comes. */
    private static final List<String> FILES_OF_THE_RUN = List.of("resolved.conf", "metrics.jsonl", "provenance.json");

    @TempDir
    Path folder = Path.of("");

    /**
     * The listener under test, newly made.
     *
     * @param directory to be configured where the listener has an option for it; does not exist yet
     */
    protected abstract RunListener listener(Path directory);

    @Test
    final void makingItOpensNothing() {
        listener(configured());
        assertThat(filesBelow(folder)).as("files written before a run begins").isEmpty();
    }

    @Test
    final void itHearsARunFromBeginningToEnd() {
        RunListener listener = listener(configured());
        hear("a whole run", () -> {
            begin(listener, "run");
            learn(listener);
            listener.ended(SampleRun.ends());
            listener.close();
        });
    }

    @Test
    final void itHearsARunThatDiverges() {
        RunListener listener = listener(configured());
        hear("a run that diverges", () -> {
            begin(listener, "run");
            listener.epochEnded(SampleRun.epochs(listener.wantsHistograms()).get(0));
            listener.epochEnded(SampleRun.diverges());
            listener.ended(new EndFacts(true, 1, Map.of()));
            listener.close();
        });
    }

    @Test
    final void itHearsARunWithoutHiddenLayers() {
        RunListener listener = listener(configured());
        hear("a run of a network without hidden layers", () -> {
            listener.started(SampleRun.begins(runDirectory("run"), List.of()));
            listener.epochEnded(SampleRun.withoutLayers());
            listener.ended(SampleRun.ends());
            listener.close();
        });
    }

    @Test
    final void aRunMayFailAtAnyMoment() {
        RunListener early = listener(configured());
        hear("a run that fails as it begins", () -> {
            begin(early, "early");
            early.failed(FAILURE);
            early.close();
        });
        RunListener late = listener(configured());
        hear("a run that fails in the end", () -> {
            begin(late, "late");
            learn(late);
            late.failed(FAILURE);
            late.close();
        });
    }

    @Test
    final void itCanBeClosedBeforeARunHasEnded() {
        RunListener listener = listener(configured());
        hear("a run of which nothing but the beginning is told", () -> {
            begin(listener, "run");
            listener.close();
        });
    }

    @Test
    final void twoRunsAtTheSameTimeDoNotMeet() {
        RunListener first = listener(configured());
        RunListener second = listener(configured());
        hear("two runs at the same time", () -> {
            begin(first, "first");
            begin(second, "second");
            learn(first);
            learn(second);
            second.ended(SampleRun.ends());
            second.close();
            first.ended(SampleRun.ends());
            first.close();
        });
    }

    @Test
    final void itKnowsFromTheFirstWhetherItWantsHistograms() {
        RunListener listener = listener(configured());
        boolean wanted = listener.wantsHistograms();
        begin(listener, "run");
        assertThat(listener.wantsHistograms())
                .as("histograms are wanted when the run has begun, and were before")
                .isEqualTo(wanted);
        listener.close();
    }

    @Test
    final void itWritesOnlyWhereItMay() {
        Set<Path> beside = filesIn(Path.of(""));
        itHearsARunFromBeginningToEnd();
        Path run = folder.resolve("run");
        List<Path> stray = filesBelow(folder).stream()
                .filter(file -> !file.startsWith(configured()))
                .filter(file -> !file.startsWith(run) || isStrayIn(run, file))
                .toList();
        assertThat(stray)
                .as("files outside the configured folder and outside folders of its own in the run directory")
                .isEmpty();
        for (String name : FILES_OF_THE_RUN) {
            assertThat(run.resolve(name)).as("a file of the engine").hasContent(name);
        }
        assertThat(filesIn(Path.of(""))).as("files in the working directory").isEqualTo(beside);
    }

    private static boolean isStrayIn(Path run, Path file) {
        return run.equals(file.getParent()) && !FILES_OF_THE_RUN.contains(String.valueOf(file.getFileName()));
    }

    private static void hear(String what, Runnable run) {
        assertThatCode(run::run).as("told of %s", what).doesNotThrowAnyException();
    }

    private void begin(RunListener listener, String run) {
        RunFacts facts = SampleRun.begins(runDirectory(run));
        listener.started(facts);
    }

    private static void learn(RunListener listener) {
        for (PretrainingFacts layer : SampleRun.pretraining()) {
            listener.layerLearned(layer);
        }
        for (EpochFacts epoch : SampleRun.epochs(listener.wantsHistograms())) {
            listener.epochEnded(epoch);
        }
    }

    private Path configured() {
        return folder.resolve("configured");
    }

    /** A run directory as the engine leaves it to listeners. */
    private Path runDirectory(String name) {
        try {
            Path made = Files.createDirectories(folder.resolve(name));
            for (String file : FILES_OF_THE_RUN) {
                Files.writeString(made.resolve(file), file);
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesBelow(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> filesIn(Path directory) {
        try (Stream<Path> files = Files.list(directory.toAbsolutePath())) {
            return files.collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
