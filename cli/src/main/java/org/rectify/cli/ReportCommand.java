package org.rectify.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the report of a folder. */
@Command(
        name = ReportCommand.NAME,
        description = ReportCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "docs/user/report.md tells what stands in it."})
final class ReportCommand implements Callable<Integer> {

    static final String NAME = "report";
    static final String DESCRIPTION =
            "Writes the tables and figures of the paper with those of runs and studies beside them.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "The folder that holds runs and studies, at any depth.")
    private Path folder = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE.html",
            description = "Where the page is written, and the tables beside it (default: report.html in DIR).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Override
    public Integer call() {
        return new ReportRun(spec.commandLine(), folder, out).run(plugins);
    }
}
