package org.rectify.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rectify.report.DrawnFunctions;
import org.rectify.report.FolderReport;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What {@code rectify report} does once its arguments are read; apart from them, since help may not touch the engine. */
record ReportRun(CommandLine command, Path folder, Optional<Path> out) {

    /** Writes the report, and returns the exit code. */
    int run(PluginOptions plugins) {
        out.ifPresent(this::requireHtml);
        try (Workbench workbench = Workbench.open(plugins.directories())) {
            FolderReport report = FolderReport.of(folder, DrawnFunctions.of(workbench.registry()));
            List<Path> written = report.write(out.orElseGet(() -> folder.resolve("report.html")));
            PrintWriter err = command.getErr();
            report.leftOut().forEach(left -> err.println("rectify: left out " + left));
            written.forEach(command.getOut()::println);
        }
        return ExitCode.DONE;
    }

    private void requireHtml(Path file) {
        if (!file.toString().matches(".*\\.html?")) {
            throw new ParameterException(
                    command, "--out " + file + ": it is no page; accepted is a file whose name ends in .html");
        }
    }
}
