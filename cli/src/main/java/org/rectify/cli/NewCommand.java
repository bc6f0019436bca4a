package org.rectify.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rectify.engine.component.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the project of a plugin. */
@Command(
        name = NewCommand.NAME,
        description = NewCommand.DESCRIPTION,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example: rectify new activation sloped"})
final class NewCommand implements Callable<Integer> {

    static final String NAME = "new";
    static final String DESCRIPTION =
            "Writes the Maven project of a plugin with one component, its tests and an experiment that uses it.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The component's name, kebab-case.")
    private String name = "";

    @Option(names = "--dir", paramLabel = "DIR", description = "Make this folder (default: NAME).")
    private Optional<Path> directory = Optional.empty();

    @Option(
            names = "--package",
            paramLabel = "PACKAGE",
            defaultValue = "com.example",
            description = "The Java package and Maven group (default: ${DEFAULT-VALUE}).")
    private String javaPackage = "com.example";

    @Override
    public Integer call() {
        PluginProject project = PluginProject.of(kind, name, javaPackage);
        Path folder = directory.orElseGet(() -> Path.of(name));
        List<Path> files = project.writeTo(folder);
        files.forEach(file -> spec.commandLine().getOut().println(file));
        spec.commandLine()
                .getErr()
                .println("rectify: next: cd " + folder + " && mvn verify; its README.md goes on from there");
        return ExitCode.DONE;
    }

    /** The kinds there are projects for. */
    static final class Kinds implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Kind.ALL.stream().map(kind -> kind.name()).sorted().iterator();
        }
    }
}
