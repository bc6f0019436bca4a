package org.rectify.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands about data sets. */
@Command(
        name = DatasetsCommand.NAME,
        description = DatasetsCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "docs/user/datasets.md tells what each data set is, and where its files go."})
final class DatasetsCommand {

    static final String NAME = "datasets";
    static final String DESCRIPTION = "Lists, describes, fetches and shows data sets.";

    private DatasetsCommand() {}

    /** The command with those below it. */
    static CommandLine commandLine(Terminals terminals) {
        return new CommandLine(new DatasetsCommand())
                .addSubcommand(new DatasetsListCommand())
                .addSubcommand(new DatasetsInfoCommand())
                .addSubcommand(new DatasetsFetchCommand(terminals))
                .addSubcommand(new DatasetsPreviewCommand());
    }
}
