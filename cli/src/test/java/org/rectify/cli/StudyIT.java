package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.cli.Processes.Outcome;

/** Studies of the assembled command: carried out, killed and taken up again, shared by processes. */
class StudyIT {

    private static final int TRIALS = 8;
    private static final List<String> TABLES = List.of("results.csv", "study.json", "claims.json");
    private static final String TINY = """
            experiment { name = tiny }
            dataset { type = mnist-sample, train-size = 2500 }
            network { hidden = [30], activation = rectifier }
            fine-tuning { optimizer { type = sgd, learning-rate = 0.1 }, epochs = 4 }
            study {
              axes { neuron { rectifier { network.activation = rectifier }, tanh { network.activation = tanh } } }
              grid { fine-tuning.optimizer.learning-rate = [0.1, 0.01] }
              seeds = [1, 2]
              levels { quick { fine-tuning.epochs = 1, study.seeds = [1] } }
            }
            claims {
              close { type = difference, metric = error-rate, first = rectifier, second = tanh, relation = below }
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheStudy() throws IOException {
        Files.createDirectory(folder.resolve("tiny"));
        Files.writeString(folder.resolve("tiny/study.conf"), TINY);
    }

    @Test
    void killedInTheMiddleItGoesOnAndEndsInTheSameTable() throws Exception {
        Process process = start("killed");
        awaitThreeTrials(process, "killed");
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        List<String> before = finished("killed");

        Outcome resumed = Processes.rectify(folder, "study", "tiny", "--jobs", "2", "--out", "killed");
        Outcome whole = Processes.rectify(folder, "study", "tiny", "--jobs", "1", "--out", "whole");

        assertThat(before).hasSizeBetween(3, TRIALS - 1);
        assertThat(resumed.exitCode()).isZero();
        assertThat(whole.exitCode()).isZero();
        assertThat(finished("killed")).hasSize(TRIALS).containsAll(before);
        for (String table : TABLES) {
            assertThat(folder.resolve("killed/tiny").resolve(table))
                    .hasSameTextualContentAs(folder.resolve("whole/tiny").resolve(table));
        }
        assertThat(resumed.out().replace("killed", "whole")).isEqualTo(whole.out());
        assertThat(whole.out())
                .contains("rectifier ", "tanh ", "test error-rate", "undecided: close", "study directory");
    }

    @Test
    void interruptedItGoesOnWithWhatIsLeft() throws Exception {
        Processes.assumeInterruptsAreHeard();
        Process process = start("interrupted");
        awaitThreeTrials(process, "interrupted");
        Processes.interrupt(process);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        List<String> before = finished("interrupted");

        Outcome resumed = Processes.rectify(folder, "study", "tiny", "--out", "interrupted");

        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(before).hasSizeBetween(3, TRIALS - 1);
        assertThat(resumed.exitCode()).isZero();
        assertThat(finished("interrupted")).hasSize(TRIALS).containsAll(before);
    }

    @Test
    void twoProcessesShareTheTrials() throws Exception {
        Process one = start("shared");
        Process other = start("shared");

        assertThat(one.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(other.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(List.of(one.exitValue(), other.exitValue())).containsOnly(0);
        assertThat(finished("shared")).hasSize(TRIALS);
        assertThat(Files.readString(folder.resolve("shared/tiny/log")).split("begins ", -1))
                .hasSize(1 + TRIALS);
    }

    @Test
    void inProcessesItComesToTheSameBytesThoughOneIsKilled() throws Exception {
        Process study = start("processes", "--set", "study.executor=processes");
        Matcher child = awaitInLog("processes", "(\\S+): runs in process (\\d+)");
        assertThat(process(child).destroyForcibly()).isTrue();
        assertThat(study.waitFor(3, TimeUnit.MINUTES)).isTrue();
        Outcome local = Processes.rectify(folder, "study", "tiny", "--jobs", "2", "--out", "local");

        assertThat(study.exitValue()).isZero();
        assertThat(local.exitCode()).isZero();
        for (String table : TABLES) {
            assertThat(folder.resolve("processes/tiny").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("local/tiny").resolve(table));
        }
        assertThat(Files.readString(folder.resolve("processes/tiny/log")))
                .contains(child.group(1) + ": its process ended with exit code 137, by signal 9; it is run again")
                .containsOnlyOnce("it is run again")
                .doesNotContain("rectify: warning");
        assertThat(everythingIn("processes")).hasSize(TRIALS);
    }

    @Test
    void noChildOutlivesAStudyThatIsKilled() throws Exception {
        Process study = start("orphans", "--set", "study.executor=processes", "--set", "fine-tuning.epochs=4000");
        Matcher child = awaitInLog("orphans", "(\\S+): epoch 1/4000 .*");
        Matcher started = awaitInLog("orphans", Pattern.quote(child.group(1)) + "(): runs in process (\\d+)");
        ProcessHandle process = process(started);
        assertThat(process.isAlive()).isTrue();

        study.destroyForcibly();

        assertThat(process.onExit().get(1, TimeUnit.MINUTES).isAlive()).isFalse();
        awaitNothingPartialIn("orphans");
    }

    @Test
    void aTrialThatCannotBeRunInItsProcessTellsWhy() throws IOException {
        Outcome outcome = Processes.rectify(
                folder,
                "study",
                "tiny",
                "--level",
                "quick",
                "--set",
                "study.executor={type=processes,memory=64}",
                "--set",
                "study.grid=null",
                "--set",
                "network.hidden=[9000,9000]");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err())
                .containsPattern("OutOfMemoryError|not enough memory")
                .contains("; 64 MB were too little, --set study.executor.memory=... gives more")
                .doesNotContain("\tat ", "RECTIFY_JAVA_OPTS");
    }

    @Test
    void aStudyThatIsDoneTrainsNothing() throws IOException {
        Outcome first = Processes.rectify(folder, "study", "tiny/study.conf", "--level", "quick");
        Outcome second = Processes.rectify(folder, "study", "tiny/study.conf", "--level", "quick");

        assertThat(first.exitCode()).isZero();
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(second.err()).contains("4/4 done, 0 running");
        assertThat(Files.readString(folder.resolve("studies/tiny-quick/log")).split("begins ", -1))
                .hasSize(1 + 4);
    }

    @Test
    void aPlanShowsTheRunsAndTheirTime() {
        Outcome outcome = Processes.rectify(folder, "plan", "tiny", "--jobs", "2");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("rectifier: 4 trials (1 cell, 2 repetitions, 2 points of the grid), at most 0:")
                .contains("tiny: 8 trials, at most 0:", "with 2 side by side");
        assertThat(folder.resolve("studies")).doesNotExist();
    }

    @Test
    void aPlanOutlastsAPretrainingThatDiverges() {
        Outcome outcome = Processes.rectify(
                folder,
                "plan",
                "tiny",
                "--level",
                "quick",
                "--set",
                "pretraining={type=denoising-autoencoder,reconstruction=linear-quadratic,learning-rate=1e6,epochs=2}");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("1 to pre-train, at most 0:", "tiny at level quick: 4 trials, at most 0:");
    }

    @Test
    void mistakesAreListedBeforeAnythingRuns() {
        Outcome outcome = Processes.rectify(folder, "study", "tiny", "--set", "study.seed=[1]", "--level", "quick");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("--set study.seed: study.seed: unknown key", "did you mean 'seeds'?")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("studies")).doesNotExist();
    }

    @Test
    void aStudyIsNoRun() {
        Outcome outcome = Processes.rectify(folder, "run", "tiny/study.conf");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("this file describes a study of many runs", "'rectify study' runs it");
    }

    private Process start(String output, String... further) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Processes.assembly().resolve("bin/rectify").toString(),
                "study",
                "tiny",
                "--jobs",
                "2",
                "--out",
                output));
        command.addAll(List.of(further));
        return Processes.start(
                folder,
                Map.of(),
                command,
                Files.createTempFile(folder, output, ".out"),
                Files.createTempFile(folder, output, ".err"));
    }

    private static ProcessHandle process(Matcher line) {
        return ProcessHandle.of(Long.parseLong(line.group(2))).orElseThrow();
    }

    /** The first line of a study's log that has something, once there is one. */
    private Matcher awaitInLog(String output, String expression) throws Exception {
        Path log = folder.resolve(output).resolve("tiny/log");
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < end) {
            Matcher matcher = Pattern.compile(expression).matcher(Files.exists(log) ? Files.readString(log) : "");
            if (matcher.find()) {
                return matcher;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no " + expression + " in " + log);
    }

    private void awaitNothingPartialIn(String output) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (everythingIn(output).stream().anyMatch(name -> name.endsWith(".partial")) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(everythingIn(output)).noneMatch(name -> name.endsWith(".partial"));
    }

    private List<String> everythingIn(String output) throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve(output).resolve("tiny/trials"))) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        }
    }

    private void awaitThreeTrials(Process process, String output) throws Exception {
        while (process.isAlive() && finished(output).size() < 3) {
            Thread.sleep(20);
        }
    }

    /** The trials of a study that have their own names, and when they were written. */
    private List<String> finished(String output) throws IOException {
        Path trials = folder.resolve(output).resolve("tiny/trials");
        if (!Files.isDirectory(trials)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(trials)) {
            return entries.filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
                    .map(entry -> entry.getFileName() + " "
                            + entry.resolve("result.json").toFile().lastModified())
                    .sorted()
                    .toList();
        }
    }
}
