package org.rectify.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private PluginOptions plugins = new PluginOptions();

    @Override
    public Integer call() {
        try (Workbench workbench = Workbench.open(plugins.directories())) {
            Catalogue catalogue = new Catalogue(workbench.registry());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(catalogue.listJson(kind).toPrettyString());
            } else {
                catalogue.list(kind).forEach(out::println);
            }
        }
        return ExitCode.DONE;
    }
}
