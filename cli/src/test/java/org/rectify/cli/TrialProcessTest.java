package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a trial is run as this program runs. */
class TrialProcessTest {

    private final TrialProcess process = new TrialProcess(
            List.of(Path.of("/assembly/plugins"), Path.of("mine")), Path.of("/data"), Path.of("/study"));

    @Test
    void whatDeterminesVectorsIsInheritedAndWhatIsOnesOwnIsNot() {
        List<String> command = process.command(
                List.of(
                        "-XX:ObjectAlignmentInBytes=64",
                        "-XX:MaxVectorSize=32",
                        "-XX:+UseSerialGC",
                        "-Xmn32m",
                        "--add-modules=jdk.incubator.vector",
                        "-Dguice_bytecode_gen_option=DISABLED",
                        "-Drectify.terminals=out,err",
                        "-Xmx4g",
                        "-Xms4g",
                        "-Xlog:gc:file=gc.log",
                        "-agentlib:jdwp=transport=dt_socket,server=y",
                        "-javaagent:agent.jar",
                        "-XX:StartFlightRecording=filename=a.jfr",
                        "-Dcom.sun.management.jmxremote.port=7000"),
                Path.of("/s/trial.json"),
                Path.of("/t/run"),
                500);

        assertThat(command.get(0)).endsWith("java");
        assertThat(command.subList(1, 8))
                .containsExactly(
                        "-XX:ObjectAlignmentInBytes=64",
                        "-XX:MaxVectorSize=32",
                        "-XX:+UseSerialGC",
                        "-Xmn32m",
                        "--add-modules=jdk.incubator.vector",
                        "-Dguice_bytecode_gen_option=DISABLED",
                        "-Xmx500m");
    }

    @Test
    void pluginsDataStacksAndOwnerAreThoseOfTheStudy() {
        List<String> command = process.command(List.of(), Path.of("trial.json"), Path.of("run"), 0);

        assertThat(command)
                .noneMatch(part -> part.startsWith("-Xmx"))
                .containsSubsequence("trial", "--plugins", "/assembly/plugins", "--plugins", absolute("mine"))
                .containsSubsequence("--data", "/data", "--stacks", "/study")
                .containsSubsequence(
                        "--owner", Long.toString(ProcessHandle.current().pid()))
                .endsWith("--into", absolute("run"), absolute("trial.json"));
    }

    private static String absolute(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }
}
