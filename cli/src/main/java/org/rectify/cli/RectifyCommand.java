package org.rectify.cli;

import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The command that holds all others. Nothing here may touch the engine: help has to answer at once. */
@Command(
        name = "rectify",
        header = "Trains deep sparse rectifier networks, and anything plugged in their place.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "  0:done",
            "  1:internal error, or a trial of a study failed",
            "  2:mistake in the experiment file or the command",
            "  3:data missing or damaged",
            "  4:plugin broken",
            "  5:learning diverged",
            "130:interrupted"
        },
        footer = {
            "",
            "Environment:",
            "  RECTIFY_DATA        folder of data sets where --data is not given",
            "  RECTIFY_JAVA_OPTS   further options of the Java virtual machine",
            "  JAVA_HOME           the Java to run with; else the one on the PATH",
            "",
            "'rectify COMMAND --help' tells what a command takes."
        })
final class RectifyCommand {

    private RectifyCommand() {}

    /**
     * The whole command line.
     *
     * @param arguments what will be asked; reading the annotations of every command would cost a quarter of the time
     *     that help takes, so that commands other than the one asked for are known by name and description only
     */
    static CommandLine commandLine(Terminals terminals, String... arguments) {
        String asked = arguments.length == 0 ? "" : arguments[0];
        Failures failures = new Failures();
        CommandLine line = new CommandLine(new RectifyCommand());
        add(line, asked, RunCommand.NAME, RunCommand.DESCRIPTION, () -> new RunCommand(terminals));
        add(line, asked, ValidateCommand.NAME, ValidateCommand.DESCRIPTION, ValidateCommand::new);
        add(line, asked, StudyCommand.NAME, StudyCommand.DESCRIPTION, () -> new StudyCommand(terminals));
        add(line, asked, PlanCommand.NAME, PlanCommand.DESCRIPTION, PlanCommand::new);
        add(line, asked, TrialCommand.NAME, TrialCommand.DESCRIPTION, TrialCommand::new);
        add(line, asked, ListCommand.NAME, ListCommand.DESCRIPTION, ListCommand::new);
        add(line, asked, DescribeCommand.NAME, DescribeCommand.DESCRIPTION, DescribeCommand::new);
        add(line, asked, CheckCommand.NAME, CheckCommand.DESCRIPTION, CheckCommand::new);
        add(line, asked, NewCommand.NAME, NewCommand.DESCRIPTION, NewCommand::new);
        add(
                line,
                asked,
                DatasetsCommand.NAME,
                DatasetsCommand.DESCRIPTION,
                () -> DatasetsCommand.commandLine(terminals));
        add(line, asked, RunsCommand.NAME, RunsCommand.DESCRIPTION, RunsCommand::new);
        add(line, asked, ShowCommand.NAME, ShowCommand.DESCRIPTION, ShowCommand::new);
        add(line, asked, CompareCommand.NAME, CompareCommand.DESCRIPTION, CompareCommand::new);
        add(line, asked, ReportCommand.NAME, ReportCommand.DESCRIPTION, ReportCommand::new);
        add(line, asked, AnalyzeCommand.NAME, AnalyzeCommand.DESCRIPTION, AnalyzeCommand::new);
        add(line, asked, BenchCommand.NAME, BenchCommand.DESCRIPTION, BenchCommand::new);
        add(line, asked, DoctorCommand.NAME, DoctorCommand.DESCRIPTION, DoctorCommand::new);
        // Taken now: what is printed to standard output later is not the command's.
        return line.setOut(line.getOut())
                .setErr(line.getErr())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminals.help()))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(failures)
                .setExecutionStrategy(Failures::execute)
                .setExecutionExceptionHandler(failures);
    }

    private static void add(CommandLine line, String asked, String name, String description, Supplier<?> command) {
        if (name.equals(asked)) {
            line.addSubcommand(name, command.get());
        } else {
            CommandSpec known = CommandSpec.create().name(name);
            known.usageMessage().description(description);
            line.addSubcommand(name, known);
        }
    }
}
