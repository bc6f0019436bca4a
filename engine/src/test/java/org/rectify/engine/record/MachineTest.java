package org.rectify.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheModelOfTheFirstProcessor() throws IOException {
        Path cpuInfo = Files.writeString(
                folder.resolve("cpuinfo"),
                "processor\t: 0\nmodel\t\t: 85\nmodel name\t: Example CPU: 2.60GHz\n\nprocessor\t: 1\n");

        assertThat(Machine.cpuModel(cpuInfo, "amd64")).isEqualTo("Example CPU: 2.60GHz");
    }

    @Test
    void namesTheArchitectureWhereTheModelIsUnknown() throws IOException {
        Path cpuInfo = Files.writeString(folder.resolve("cpuinfo"), "processor\t: 0\nBogoMIPS\t: 50.00\n");

        assertThat(Machine.cpuModel(cpuInfo, "aarch64")).isEqualTo("aarch64");
        assertThat(Machine.cpuModel(folder.resolve("missing"), "aarch64")).isEqualTo("aarch64");
    }

    @Test
    void tellsOfTheMachineThatRuns() {
        Machine machine = Machine.current();

        assertThat(machine.javaVersion()).isEqualTo(System.getProperty("java.version"));
        assertThat(machine.processors()).isPositive();
        assertThat(machine.maxHeapBytes()).isPositive();
    }
}
