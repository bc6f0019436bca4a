package org.rectify.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Describes what is in a data set. */
@Command(
        name = "info",
        description = "Tells what is in a data set: sizes, classes, means and ranges of inputs, source, checksums.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example: rectify datasets info mnist-sample --set dataset.train-size=1000"})
final class DatasetsInfoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatasetOptions dataset = new DatasetOptions();

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        return new DatasetReading(spec.commandLine(), dataset).describe(json);
    }
}
