package org.rectify.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where further plugins are. */
final class PluginOptions {

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description =
                    "Load the plugins of this folder too: each folder of jars in it, and each jar. May be repeated.")
    private List<Path> given = List.of();

    /** The directories plugins are loaded from. */
    List<Path> directories() {
        return Installation.plugins(given);
    }
}
