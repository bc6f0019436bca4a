package org.rectify.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rectify.engine.study.TrialLauncher;

/**
 * Runs a trial as this program runs: the same Java, class path, plugins and data.
 *
 * @param pluginDirectories what plugins are loaded from, the program's own included
 * @param dataDirectory where data sets lie
 */
record TrialProcess(List<Path> pluginDirectories, Path dataDirectory) implements TrialLauncher {

    @Override
    public List<String> command(Path spec, Path directory, long memoryMegabytes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(TrialProcess::isInherited)
                .forEach(command::add);
        if (memoryMegabytes > 0) {
            command.add("-Xmx" + memoryMegabytes + "m");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "trial"));
        for (Path plugins : pluginDirectories) {
            command.addAll(List.of("--plugins", plugins.toAbsolutePath().toString()));
        }
        command.addAll(List.of("--data", dataDirectory.toString(), "--into", directory.toString(), spec.toString()));
        return command;
    }

    /** Ports and files of this process are its own; its heap is not its trials'. */
    private static boolean isInherited(String argument) {
        return !argument.startsWith("-Xmx")
                && !argument.startsWith("-agentlib:")
                && !argument.startsWith("-javaagent:")
                && !argument.startsWith("-Dcom.sun.management");
    }
}
