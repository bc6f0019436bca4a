package org.rectify.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists data sets. */
@Command(
        name = "list",
        description = "Lists the data sets, with the plugin that brings each.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DatasetsListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Override
    public Integer call() {
        try (Workbench workbench = Workbench.open(plugins.directories())) {
            new Catalogue(workbench.registry())
                    .list(Optional.of("dataset"))
                    .forEach(spec.commandLine().getOut()::println);
        }
        return ExitCode.DONE;
    }
}
