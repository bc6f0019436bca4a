package org.rectify.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists components. */
@Command(
        name = ListCommand.NAME,
        description = ListCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ListCommand implements Callable<Integer> {

    static final String NAME = "list";
    static final String DESCRIPTION = "Lists components by kind, with the plugin that brings each.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            description = "Only this kind: activation, dataset, optimizer, ...")
    private Optional<String> kind = Optional.empty();

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Override
    public Integer call() {
        try (Workbench workbench = Workbench.open(plugins.directories())) {
            new Catalogue(workbench.registry())
                    .list(kind)
                    .forEach(spec.commandLine().getOut()::println);
        }
        return ExitCode.DONE;
    }
}
