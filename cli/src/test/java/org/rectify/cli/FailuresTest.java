package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rectify.api.error.Category;
import org.rectify.api.error.DataException;
import org.rectify.api.error.RectifyException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

class FailuresTest {

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();
    private final CommandLine command = commandLine();

    @Test
    void givesEachCategoryOfErrorsItsExitCode() {
        Map<Category, Integer> codes = Map.of(
                Category.USER, 2, Category.DATA, 3, Category.PLUGIN, 4, Category.DIVERGED, 5, Category.INTERNAL, 1);

        assertThat(codes).hasSameSizeAs(Category.values());
        codes.forEach((category, code) ->
                assertThat(fail(new RectifyException(category, "x"))).isEqualTo(code));
    }

    @Test
    void showsTheMessageOfAKnownErrorAndNothingElse() {
        fail(new DataException("no digits in /data", new IOException("cause")));

        assertThat(err.toString()).isEqualToNormalizingNewlines("rectify: no digits in /data\n");
    }

    @Test
    void keepsTheStackTraceOfAnInternalErrorInAFileThatItNames() throws IOException {
        int code = fail(new IllegalStateException("a defect"));

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("internal error").contains("report it");
        Matcher file = Pattern.compile("stack trace is in (\\S+);").matcher(err.toString());
        assertThat(file.find()).isTrue();
        Path trace = Path.of(file.group(1));
        assertThat(trace).content().contains("IllegalStateException: a defect").contains("FailuresTest");
        Files.delete(trace);
    }

    @Test
    void refusesMistakesInTheCommandInOneMessage() {
        assertThat(command.execute("trian")).isEqualTo(2);
        assertThat(err.toString())
                .contains("no such command: trian; there are run, validate")
                .contains("rectify --help")
                .hasLineCount(2);
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        assertThat(commandLine("run").execute("run", "--sedd", "1", "x.conf")).isEqualTo(2);
        assertThat(err.toString()).contains("--sedd").contains("--seed").contains("rectify run --help");
    }

    @Test
    void refusesANumberThatIsNone() {
        assertThat(commandLine("run").execute("run", "--seed", "one", "x.conf")).isEqualTo(2);
        assertThat(err.toString()).contains("'one'").contains("--seed").hasLineCount(2);
    }

    @Test
    void showsHelpWhereNothingIsAsked() {
        assertThat(command.execute()).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: rectify").contains("Commands:");
        assertThat(out.toString()).isEmpty();
    }

    private CommandLine commandLine(String... arguments) {
        return RectifyCommand.commandLine(Terminals.NONE, arguments)
                .setErr(new PrintWriter(err, true))
                .setOut(new PrintWriter(out, true));
    }

    private int fail(Exception failure) {
        ParseResult nothing = command.parseArgs();
        return new Failures().handleExecutionException(failure, command, nothing);
    }
}
