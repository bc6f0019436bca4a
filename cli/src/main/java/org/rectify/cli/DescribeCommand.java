package org.rectify.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes one component. */
@Command(
        name = DescribeCommand.NAME,
        description = DescribeCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example: rectify describe activation rectifier"})
final class DescribeCommand implements Callable<Integer> {

    static final String NAME = "describe";
    static final String DESCRIPTION =
            "Describes a component: what it does, its options, their defaults and ranges, and where the paper says so.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "KIND", description = "activation, dataset, optimizer, ...")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "Its name or an alias, as 'rectify list' shows it.")
    private String name = "";

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
                out.println(catalogue.describeJson(kind, name).toPrettyString());
            } else {
                catalogue.describe(kind, name).forEach(out::println);
            }
        }
        return ExitCode.DONE;
    }
}
