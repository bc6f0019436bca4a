package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.cli.Processes.Outcome;

/** What the assembled command answers without doing any work. */
class HelpIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "run --help",
                "trial --help",
                "list --help",
                "describe --help",
                "check --help",
                "analyze --help",
                "datasets --help",
                "datasets info --help",
                "datasets fetch --help",
                "datasets preview --help",
                "runs --help",
                "show --help",
                "compare --help",
                "report --help",
                "--version"
            })
    void loadsNothingBelowTheCommand(String arguments) {
        Outcome outcome =
                Processes.rectify(folder, Map.of("RECTIFY_JAVA_OPTS", "-Xlog:class+load"), arguments.split(" "));

        assertThat(outcome.exitCode()).isZero();
        List<String> ours = outcome.out()
                .lines()
                .filter(line ->
                        line.contains("source: ") && !line.contains("source: shared") && !line.contains("jrt:/"))
                .toList();
        assertThat(ours).anyMatch(line -> line.contains("picocli.CommandLine"));
        assertThat(ours)
                .noneMatch(line -> line.contains(" org.nd4j.")
                        || line.contains(" com.google.inject.")
                        || line.contains(" ch.qos.logback.")
                        || line.matches(".* org\\.rectify\\.(engine|kernels|study|report|statistics|fetch)\\..*"));
    }

    @Test
    void namesEveryCommandAndExitCode() {
        Outcome outcome = Processes.rectify(folder, "--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains(
                        "run ",
                        "validate ",
                        "list ",
                        "describe ",
                        "check ",
                        "runs ",
                        "show ",
                        "compare ",
                        "report ",
                        "datasets ",
                        "analyze ",
                        "bench ",
                        "doctor ")
                .contains("130", "interrupted", "RECTIFY_DATA")
                .doesNotContain("\u001b[");
    }

    @Test
    void tellsItsVersionAndThatOfJava() {
        Outcome outcome = Processes.rectify(folder, "--version");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).matches("(?s)rectify \\d+\\.\\d+\\.\\d+\\S*\\RJava \\d+.*");
    }

    @Test
    void refusesAnUnknownCommand() {
        Outcome outcome = Processes.rectify(folder, "trian");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("no such command: trian");
    }
}
