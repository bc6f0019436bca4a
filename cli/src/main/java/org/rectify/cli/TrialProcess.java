package org.rectify.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rectify.study.TrialLauncher;

/**
 * Runs a trial as this program runs: the same Java with the same options, hence the same vectors, class path, plugins and
 * data; and not longer than this program.
 *
 * @param pluginDirectories what plugins are loaded from, the program's own included
 * @param dataDirectory where data sets lie
 * @param stacks the folder in which pre-trained stacks are shared
 */
record TrialProcess(List<Path> pluginDirectories, Path dataDirectory, Path stacks) implements TrialLauncher {

    /** Ports and files of this process are its own, as are its heap and its terminals. */
    private static final List<String> OWN = List.of(
            "-Xmx",
            "-Xms",
            "-Xlog",
            "-Xloggc",
            "-Xrun",
            "-XX:StartFlightRecording",
            "-XX:FlightRecorderOptions",
            "-agentlib:",
            "-agentpath:",
            "-javaagent:",
            "-Dcom.sun.management",
            "-Drectify.terminals");

    @Override
    public List<String> command(Path spec, Path directory, long memoryMegabytes) {
        return command(ManagementFactory.getRuntimeMXBean().getInputArguments(), spec, directory, memoryMegabytes);
    }

    List<String> command(List<String> ownOptions, Path spec, Path directory, long memoryMegabytes) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ownOptions.stream()
                .filter(option -> OWN.stream().noneMatch(option::startsWith))
                .forEach(command::add);
        if (memoryMegabytes > 0) {
            command.add("-Xmx" + memoryMegabytes + "m");
        }
        command.addAll(program());
        command.add(TrialCommand.NAME);
        for (Path plugins : pluginDirectories) {
            command.addAll(List.of("--plugins", absolute(plugins)));
        }
        command.addAll(List.of("--data", absolute(dataDirectory), "--stacks", absolute(stacks)));
        command.addAll(List.of("--owner", Long.toString(ProcessHandle.current().pid())));
        command.addAll(List.of("--into", absolute(directory), absolute(spec)));
        return List.copyOf(command);
    }

    /** The jar of the assembly as such, since only then Java heeds what its manifest asks for. */
    private static List<String> program() {
        String classPath = System.getProperty("java.class.path");
        return Files.isRegularFile(Path.of(classPath))
                ? List.of("-jar", classPath)
                : List.of("-cp", classPath, Main.class.getName());
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
