package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.rectify.api.plugin.Plugin;

/** The Java sources that a page shows, compiled as the author of a plugin would: against the api, and the tests against the testkit. */
final class ShownSources {

    private static final String API = "(rectify-)?api|nd4j.*|javacpp.*|commons-rng.*|jspecify.*|slf4j-api.*";
    private static final String TESTKIT =
            "(rectify-)?testkit|junit-jupiter.*|junit-platform.*|opentest4j.*|apiguardian.*|assertj.*";

    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);$", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile(
            "^(?:public |final |abstract |sealed )*(?:class|record|interface|enum) (\\w+)(.*?)\\{$",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern OF_TESTS =
            Pattern.compile("^import (static )?org\\.(rectify\\.testkit|junit)\\.", Pattern.MULTILINE);

    private final Path place;
    private final List<Unit> plugin;
    private final List<Unit> tests;

    /** A block of a page: a compilation unit, whose file is named after its first type. */
    private record Unit(String source, String home, List<MatchResult> types) {

        Unit(String source) {
            this(
                    source,
                    PACKAGE.matcher(source)
                            .results()
                            .map(match -> match.group(1))
                            .findFirst()
                            .orElse(""),
                    TYPE.matcher(source).results().toList());
            assertThat(home).as("package of%n%s", source).isNotEmpty();
            assertThat(types).as("types of%n%s", source).isNotEmpty();
            assertThat(!isTest() || types.size() == 1)
                    .as("only one type stands in%n%s", source)
                    .isTrue();
        }

        boolean isTest() {
            return OF_TESTS.matcher(source).find();
        }

        boolean isPlugin() {
            return types.get(0).group(2).contains("implements Plugin ");
        }

        String name() {
            return home + "." + types.get(0).group(1);
        }

        Path write(Path folder) throws IOException {
            Path file = folder.resolve(name().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            return Files.writeString(file, source);
        }
    }

    /**
     * Sources that belong together.
     *
     * @param place a folder to work in
     */
    ShownSources(List<String> sources, Path place) {
        List<Unit> units = sources.stream().map(Unit::new).toList();
        this.place = place;
        this.plugin = units.stream().filter(unit -> !unit.isTest()).toList();
        this.tests = units.stream().filter(Unit::isTest).toList();
    }

    /** The names of the tests. */
    List<String> tests() {
        return tests.stream().map(Unit::name).toList();
    }

    /** Compiles everything but the tests, and makes the services file. */
    Path compilePlugin() throws IOException {
        Path classes = compile(plugin, "classes", onClassPath(API));
        List<String> plugins =
                plugin.stream().filter(Unit::isPlugin).map(Unit::name).toList();
        assertThat(plugins).as("classes that implement Plugin").isNotEmpty();
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.write(services.resolve(Plugin.class.getName()), plugins);
        return classes;
    }

    /**
     * Compiles the tests.
     *
     * @param classes what they test
     */
    Path compileTests(Path classes) throws IOException {
        return compile(tests, "test-classes", classes + File.pathSeparator + onClassPath(API + "|" + TESTKIT));
    }

    /** Packs compiled classes. */
    static void pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
    }

    private Path compile(List<Unit> units, String output, String classPath) throws IOException {
        Path classes = Files.createDirectory(place.resolve(output));
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-proc:none",
                "-Xlint:all,-auxiliaryclass,-classfile,-options,-path,-processing",
                "-Werror",
                "-cp",
                classPath,
                "-d",
                classes.toString()));
        for (Unit unit : units) {
            arguments.add(unit.write(place.resolve("sources")).toString());
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status =
                ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));
        assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        return classes;
    }

    /** Entries of the class path by their artifact: jars by their file, modules of the build by their folder. */
    private static String onClassPath(String artifacts) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> artifact(Path.of(entry)).matches("(" + artifacts + ")(-[0-9].*)?(\\.jar)?"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String artifact(Path entry) {
        return String.valueOf(
                entry.endsWith(Path.of("target", "classes"))
                        ? entry.getName(entry.getNameCount() - 3)
                        : entry.getFileName());
    }
}
