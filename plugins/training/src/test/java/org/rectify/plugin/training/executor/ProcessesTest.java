package org.rectify.plugin.training.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.executor.Trial;
import org.rectify.api.executor.TrialExecutor;
import org.rectify.api.executor.TrialSpec;
import org.rectify.testkit.TestContext;
import org.rectify.testkit.TestTrial;
import org.rectify.testkit.TestTrial.Conduct;
import org.rectify.testkit.TrialExecutorContract;

/** Trials in processes of their own, which die without harm to anything else. */
class ProcessesTest extends TrialExecutorContract {

    @TempDir
    private Path folder;

    @Override
    protected TrialExecutor executor() {
        return executor(1, 64);
    }

    private static TrialExecutor executor(int retries, int memory) {
        return new Processes()
                .create(
                        new Processes.Options(Optional.of(2), Optional.of(memory), retries),
                        TestContext.in(Path.of("")));
    }

    /** A trial whose process is another program; its first argument is the directory to be made. */
    private record Scripted(TestTrial trial, List<String> program) implements Trial {

        Scripted(TestTrial trial, String script) {
            this(trial, List.of("sh", "-c", script, trial.directory().toString()));
        }

        @Override
        public TrialSpec spec() {
            return trial.spec();
        }

        @Override
        public String json() {
            return trial.json();
        }

        @Override
        public Path directory() {
            return trial.directory();
        }

        @Override
        public Path scratch(String name) {
            return trial.scratch(name);
        }

        @Override
        public List<String> command(Path spec, long memoryMegabytes) {
            return program;
        }

        @Override
        public void runHere() {
            throw new AssertionError("it was to run in a process");
        }

        @Override
        public boolean isCancelled() {
            return trial.isCancelled();
        }

        @Override
        public void progress(double fraction) {
            trial.progress(fraction);
        }

        @Override
        public void log(String line) {
            trial.log(line);
        }
    }

    @Test
    void aProcessThatIsKilledCostsOneRetryAndWhatItLeftIsRemoved() {
        TestTrial trial = trial();
        String script = "mkdir $0.partial; echo x > $0.partial/file; [ -e $0.scratch/again ] || "
                + "{ touch $0.scratch/again; kill -9 $$; }; mv $0.partial $0";

        run(executor(1, 64), new Scripted(trial, script));

        assertThat(trial.directory().resolve("file")).hasContent("x");
        assertThat(trial.logged())
                .filteredOn(line -> line.startsWith("runs in process"))
                .hasSize(2);
        assertThat(trial.logged()).contains("its process ended with exit code 137, by signal 9; it is run again");
    }

    @Test
    void aProcessThatIsKilledTooOftenFailsItsTrial() {
        assertThatThrownBy(() -> run(executor(2, 64), new Scripted(trial(), "kill -9 $$")))
                .cause()
                .hasMessage("its process ended with exit code 137, by signal 9, 3 times");
    }

    @Test
    void anErrorThatIsReportedIsFinal() {
        TestTrial trial = trial();
        String script =
                "echo 'rectify: warning: old data' >&2; echo 'rectify: 2 problems:' >&2; echo '1. this' >&2; exit 3";

        assertThatThrownBy(() -> run(executor(5, 64), new Scripted(trial, script)))
                .cause()
                .isInstanceOf(RectifyException.class)
                .hasMessage("2 problems:\n1. this")
                .extracting(failure -> ((RectifyException) failure).category())
                .isEqualTo(Category.DATA);
        assertThat(trial.logged())
                .contains("rectify: warning: old data")
                .filteredOn(line -> line.startsWith("runs in process"))
                .hasSize(1);
    }

    @Test
    void anErrorOfJavaIsToldByItsFirstLineAndMemoryByItsOption() {
        String script = "echo 'Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space' >&2;"
                + " echo '	at Here.there' >&2; exit 1";

        assertThatThrownBy(() -> run(executor(1, 100), new Scripted(trial(), script)))
                .cause()
                .hasMessage("Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space; 100 MB were too"
                        + " little, --set study.executor.memory=... gives more");
    }

    @Test
    void memoryThatARunMissedIsAskedOfTheExecutorAndNotOfTheEnvironment() {
        String script = "echo 'rectify: not enough memory (no room); ask for less, or give Java more: X=-Xmx8g' >&2;"
                + " exit 2";

        assertThatThrownBy(() -> run(executor(1, 100), new Scripted(trial(), script)))
                .cause()
                .hasMessage("not enough memory (no room); 100 MB were too little, --set study.executor.memory=..."
                        + " gives more");
    }

    @Test
    void aTrialThatDivergedIsDoneIfThereIsItsDirectory() {
        run(executor(0, 64), new Scripted(trial(), "mkdir $0; exit 5"));

        assertThatThrownBy(() -> run(
                        executor(0, 64),
                        new Scripted(
                                new TestTrial("nothing", Conduct.ENDS, folder),
                                "echo 'rectify: pre-training diverged' >&2; exit 5")))
                .cause()
                .hasMessage("pre-training diverged");
    }

    @Test
    void whatIsPrintedIsPassedOnLineByLine() {
        TestTrial trial = trial();

        run(
                executor(0, 64),
                new Scripted(trial, "printf 'progress 0.25\\nlog ä b\\nprogress report\\nprogress 1'; mkdir $0"));

        assertThat(trial.told()).containsExactly(0.25, 1.0);
        assertThat(trial.logged()).endsWith("ä b", "progress report");
    }

    @Test
    void aProgramThatIsMissingFailsTheTrial() {
        Trial without = new Scripted(trial(), List.of("no-such-program"));

        assertThatThrownBy(() -> run(executor(1, 64), without)).cause().hasMessageContaining("no-such-program");
    }

    @Test
    void theHeapIsThatOfTheOption() throws Exception {
        TestTrial trial = new TestTrial("lasting", Conduct.LASTS, folder);
        try (TrialExecutor executor = executor(0, 77)) {
            var handle = executor.submit(trial);
            while (!trial.isBegun()) {
                Thread.sleep(10);
            }
            assertThat(ProcessHandle.current()
                            .children()
                            .map(child -> child.info().commandLine().orElse("")))
                    .anyMatch(line -> line.contains(" -Xmx77m ") && line.contains("lasting"));
            handle.cancel();
        }
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .noneMatch(child -> child.info().commandLine().orElse("").contains("lasting"));
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Processes.Options(Optional.of(0), Optional.empty(), 1))
                .isInstanceOf(InvalidOptionException.class);
        assertThatThrownBy(() -> new Processes.Options(Optional.empty(), Optional.of(63), 1))
                .isInstanceOf(InvalidOptionException.class);
        assertThatThrownBy(() -> new Processes.Options(Optional.empty(), Optional.empty(), -1))
                .isInstanceOf(InvalidOptionException.class);
    }

    private TestTrial trial() {
        TestTrial trial = new TestTrial("scripted", Conduct.ENDS, folder);
        assertThat(Files.isDirectory(trial.scratch("").toAbsolutePath())).isTrue();
        return trial;
    }

    private static void run(TrialExecutor executor, Trial trial) {
        try (executor) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            executor.submit(trial).completion().whenComplete((ok, failure) -> {
                if (failure == null) {
                    done.complete(null);
                } else {
                    done.completeExceptionally(failure);
                }
            });
            done.orTimeout(1, TimeUnit.MINUTES).join();
        }
    }
}
