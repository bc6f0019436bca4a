package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstallationTest {

    private static final Path HOME = Path.of("/home/someone");

    @Test
    void looksForDataWhereTheCommandSaysThenTheEnvironmentThenTheHome() {
        Map<String, String> environment = Map.of("RECTIFY_DATA", "/data");

        assertThat(Installation.data(Optional.of(Path.of("/given")), environment, HOME))
                .isEqualTo(Path.of("/given"));
        assertThat(Installation.data(Optional.empty(), environment, HOME)).isEqualTo(Path.of("/data"));
        assertThat(Installation.data(Optional.empty(), Map.of(), HOME)).isEqualTo(HOME.resolve(".rectify/data"));
        assertThat(Installation.data(Optional.empty(), Map.of("RECTIFY_DATA", ""), HOME))
                .isEqualTo(HOME.resolve(".rectify/data"));
    }

    @Test
    void makesTheDataFolderAbsolute() {
        assertThat(Installation.data(Optional.of(Path.of("a/../b")), Map.of(), HOME))
                .isEqualTo(Path.of("b").toAbsolutePath());
    }

    @Test
    void loadsOnlyWhatIsGivenWhenThereIsNoAssembly() {
        assertThat(Installation.plugins(List.of(Path.of("mine")))).containsExactly(Path.of("mine"));
    }
}
