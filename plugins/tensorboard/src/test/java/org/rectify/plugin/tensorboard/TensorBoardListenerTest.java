package org.rectify.plugin.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.testkit.SampleRun;
import org.rectify.testkit.TestContext;

/** Where event files go; what they hold is tested with the engine, on real runs. */
class TensorBoardListenerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1700000000), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void eventsGoToTheRunDirectoryUnlessAFolderIsGiven() throws IOException {
        hear(Optional.empty(), "digits-seed1");
        assertThat(foldersWithEvents()).containsExactly("digits-seed1/tensorboard");
    }

    @Test
    void aFolderThatIsGivenGetsOneForEachRun() throws IOException {
        Path shared = folder.resolve("shared");
        hear(Optional.of(shared), "digits-seed1");
        hear(Optional.of(shared), ".digits-seed2-1");
        assertThat(foldersWithEvents()).containsExactly("shared/digits-seed1", "shared/digits-seed2-1");
    }

    @Test
    void aRelativeFolderIsThatOfTheExperimentFile() throws IOException {
        TensorBoardOptions options = new TensorBoardOptions(Optional.of(Path.of("shared")), true);
        try (var listener = new TensorBoardFactory().create(options, TestContext.in(folder.resolve("experiments")))) {
            listener.started(SampleRun.begins(folder.resolve("digits-seed1")));
        }
        assertThat(foldersWithEvents()).containsExactly("experiments/shared/digits-seed1");
    }

    @Test
    void histogramsAreWantedUnlessTheOptionSaysNo() {
        assertThat(new TensorBoardListener(Optional.empty(), true, CLOCK).wantsHistograms())
                .isTrue();
        assertThat(new TensorBoardListener(Optional.empty(), false, CLOCK).wantsHistograms())
                .isFalse();
    }

    private void hear(Optional<Path> directory, String run) {
        try (TensorBoardListener listener = new TensorBoardListener(directory, true, CLOCK)) {
            listener.started(SampleRun.begins(folder.resolve(run)));
            SampleRun.epochs(true).forEach(listener::epochEnded);
            listener.ended(SampleRun.ends());
        }
    }

    private List<String> foldersWithEvents() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file.getParent()).toString())
                    .sorted()
                    .toList();
        }
    }
}
