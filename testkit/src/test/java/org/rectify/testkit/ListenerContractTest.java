package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.listener.EndFacts;
import org.rectify.api.listener.EpochFacts;
import org.rectify.api.listener.RunFacts;
import org.rectify.api.listener.RunListener;

/** Each check of the contract fails on a listener that is wrong in just that. */
class ListenerContractTest {

    @TempDir
    private Path folder;

    @Test
    void filesOpenedBeforeARunAreFound() {
        Function<Path, RunListener> wrong = directory -> {
            Notebook.append(directory.resolve("facts.txt"), "made");
            return new Notebook();
        };
        assertFails(contract(wrong)::makingItOpensNothing, "files written before a run begins");
    }

    @Test
    void whatAListenerThrowsIsFound() {
        RunListener wrong = new Notebook() {
            @Override
            public void epochEnded(EpochFacts epoch) {
                throw new IllegalStateException("no layers: " + epoch.layers().isEmpty());
            }
        };
        assertFails(contract(wrong)::itHearsARunFromBeginningToEnd, "no layers: true");
    }

    @Test
    void factsThatAListenerChangesAreFound() {
        RunListener wrong = new Notebook() {
            @Override
            public void ended(EndFacts end) {
                end.test().clear();
            }
        };
        assertFails(contract(wrong)::itHearsARunFromBeginningToEnd, "UnsupportedOperationException");
    }

    @Test
    void aListenerThatCannotDoWithoutResultsIsFound() {
        RunListener wrong = new Notebook() {
            @Override
            public void ended(EndFacts end) {
                write(end.test().values().iterator().next());
            }
        };
        assertFails(contract(wrong)::itHearsARunThatDiverges, "a run that diverges");
        assertPasses(contract(wrong)::itHearsARunFromBeginningToEnd);
    }

    @Test
    void aListenerThatCountsOnHiddenLayersIsFound() {
        RunListener wrong = new Notebook() {
            @Override
            public void started(RunFacts run) {
                super.started(run);
                write(run.hiddenLayers().get(0));
            }
        };
        assertFails(contract(wrong)::itHearsARunWithoutHiddenLayers, "without hidden layers");
    }

    @Test
    void aListenerThatCannotBearFailuresIsFound() {
        RunListener wrong = new Notebook() {
            @Override
            public void failed(String message) {
                write(Path.of(message + "\0"));
            }
        };
        assertFails(contract(wrong)::aRunMayFailAtAnyMoment, "a run that fails as it begins");
    }

    @Test
    void aListenerThatCannotBeClosedEarlyIsFound() {
        RunListener wrong = new Notebook() {
            private boolean ended;

            @Override
            public void ended(EndFacts end) {
                ended = true;
            }

            @Override
            public void close() {
                if (!ended) {
                    throw new IllegalStateException("not ended");
                }
            }
        };
        assertFails(contract(wrong)::itCanBeClosedBeforeARunHasEnded, "nothing but the beginning");
        assertPasses(contract(wrong)::itHearsARunFromBeginningToEnd);
    }

    @Test
    void listenersThatMeetAreFound() {
        AtomicReference<RunFacts> current = new AtomicReference<>();
        Function<Path, RunListener> wrong = directory -> new Notebook() {
            @Override
            public void started(RunFacts run) {
                if (!current.compareAndSet(null, run)) {
                    throw new IllegalStateException("another run goes on");
                }
            }

            @Override
            void write(Object fact) {}

            @Override
            public void close() {
                current.set(null);
            }
        };
        assertFails(contract(wrong)::twoRunsAtTheSameTimeDoNotMeet, "another run goes on");
        current.set(null);
        assertPasses(contract(wrong)::itHearsARunFromBeginningToEnd);
    }

    @Test
    void wantingHistogramsFromTheBeginningOfTheRunOnIsFound() {
        RunListener wrong = new Notebook() {
            private boolean begun;

            @Override
            public void started(RunFacts run) {
                super.started(run);
                begun = true;
            }

            @Override
            public boolean wantsHistograms() {
                return begun;
            }
        };
        assertFails(contract(wrong)::itKnowsFromTheFirstWhetherItWantsHistograms, "histograms are wanted");
    }

    @Test
    void filesInWrongPlacesAreFound() {
        assertFails(contract(writingTo(run -> run.resolve("facts.txt")))::itWritesOnlyWhereItMay, "facts.txt");
        assertFails(contract(writingTo(run -> run.resolveSibling("facts.txt")))::itWritesOnlyWhereItMay, "facts.txt");
        assertFails(
                contract(writingTo(run -> run.resolve("metrics.jsonl")))::itWritesOnlyWhereItMay,
                "a file of the engine");
        assertPasses(
                contract(writingTo(run -> run.resolveSibling("configured").resolve("facts.txt")))
                        ::itWritesOnlyWhereItMay);
    }

    @Test
    void filesInTheWorkingDirectoryAreFound() throws IOException {
        Path stray = Path.of("facts-of-a-listener-in-the-wrong-place.txt");
        try {
            assertFails(contract(writingTo(run -> stray))::itWritesOnlyWhereItMay, "files in the working directory");
        } finally {
            Files.deleteIfExists(stray);
        }
    }

    private static RunListener writingTo(Function<Path, Path> file) {
        return new Notebook() {
            @Override
            Path fileOf(RunFacts run) {
                return file.apply(run.directory());
            }
        };
    }

    private ListenerContract contract(RunListener listener) {
        return contract((Path directory) -> listener);
    }

    private ListenerContract contract(Function<Path, RunListener> maker) {
        ListenerContract contract = new ListenerContract() {
            @Override
            protected RunListener listener(Path directory) {
                return maker.apply(directory);
            }
        };
        try {
            contract.folder = Files.createTempDirectory(folder, "contract-");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return contract;
    }

    private static void assertPasses(ThrowingCallable check) {
        assertThatCode(check).doesNotThrowAnyException();
    }

    private static void assertFails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
