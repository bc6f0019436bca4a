package org.rectify.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.error.DataException;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.kernels.network.Parameters;
import org.rectify.kernels.network.Signs;

/** Item 87. */
class CheckpointFileTest {

    @TempDir
    private Path folder;

    private final Checkpoint checkpoint = new Checkpoint(
            List.of(Signs.of(1, -1)),
            new Parameters(List.of(
                    new Parameters.Layer(
                            Nd4j.createFromArray(new float[][] {{0.1f, -2}, {Float.MIN_VALUE, 4}, {5, 6}}),
                            Nd4j.createFromArray(new float[][] {{7, -0.0f}})),
                    new Parameters.Layer(
                            Nd4j.createFromArray(new float[][] {{1, 2, 3, 4}, {5, 6, 7, 8}}),
                            Nd4j.zeros(DataType.FLOAT, 1, 4)))),
            Map.of("epoch", "3", "experiment", "a = \"ü\"\n"));
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("best.safetensors");
        CheckpointFile.write(file, checkpoint);
    }

    @Test
    void givesBackWhatWasWritten() {
        Checkpoint read = CheckpointFile.read(file);

        assertThat(read.signs().get(0).toArray()).containsExactly(1, -1);
        assertThat(read.metadata()).isEqualTo(checkpoint.metadata());
        assertThat(read.inputs()).isEqualTo(3);
        assertThat(read.classes()).isEqualTo(4);
        for (int layer = 0; layer < 2; layer++) {
            assertThat(read.parameters().layers().get(layer).weights())
                    .isEqualTo(checkpoint.parameters().layers().get(layer).weights());
            assertThat(read.parameters().layers().get(layer).biases())
                    .isEqualTo(checkpoint.parameters().layers().get(layer).biases());
        }
    }

    @Test
    void leavesNoPartialFile() {
        assertThat(folder).isDirectoryContaining("glob:**best.safetensors").isDirectoryNotContaining("glob:**.partial");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 100, 600})
    void refusesATruncatedFile(int length) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));

        assertThatThrownBy(() -> CheckpointFile.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("best.safetensors");
    }

    @Test
    void refusesEverySingleChangedByteOrReadsTheSame() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        RandomStream random = new RandomStreams(1).stream("damage");
        int refused = 0;
        for (int trial = 0; trial < 500; trial++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, damaged);
            try {
                CheckpointFile.read(file);
            } catch (DataException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(350);
    }

    @Test
    void refusesDamagedTensors() throws IOException {
        byte[] damaged = Files.readAllBytes(file);
        damaged[damaged.length - 1] ^= 1;
        Files.write(file, damaged);

        assertThatThrownBy(() -> CheckpointFile.read(file)).hasMessageContaining("checksum differs");
    }

    @Test
    void refusesAMissingFile() {
        assertThatThrownBy(() -> CheckpointFile.read(folder.resolve("nothing")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cannot read the checkpoint");
    }
}
