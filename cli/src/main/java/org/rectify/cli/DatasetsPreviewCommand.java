package org.rectify.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows examples of a data set. */
@Command(
        name = "preview",
        description = "Shows training examples: draws images of each class as a PNG, prints the terms kept of texts.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example: rectify datasets preview mnist-sample --out digits.png"})
final class DatasetsPreviewCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DatasetOptions dataset = new DatasetOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE.png",
            description = "Write the picture to this file (default: NAME.png).")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--rows",
            paramLabel = "N",
            description =
                    "Classes to show, a row each, at most (default: 100); of texts, or without classes, how many rows (default: 10).")
    private Optional<Integer> rows = Optional.empty();

    @Option(
            names = "--columns",
            paramLabel = "N",
            defaultValue = "20",
            description = "Examples of each class at most; of texts, terms of each (default: ${DEFAULT-VALUE}).")
    private int columns = 20;

    @Override
    public Integer call() {
        return new DatasetReading(spec.commandLine(), dataset).preview(out, rows, columns);
    }
}
