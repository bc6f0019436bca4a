package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.rectify.api.plugin.Plugin;
import org.rectify.cli.Processes.Outcome;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.config.InvalidExperimentException;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.plugin.LoadedPlugins;
import org.rectify.engine.plugin.PluginLoader;
import org.rectify.engine.run.FinishedRun;
import org.rectify.engine.run.RunRequest;
import org.rectify.engine.run.Runs;
import org.rectify.engine.training.TrainingListener;

/** The plugins that the pages for authors show: each is compiled, passes the tests shown, and does what it is shown for. */
class DevelopPagesIT {

    /** Completed by what a page shows. */
    private static final String EXPERIMENT = """
            experiment { name = shown }
            dataset { type = synthetic, train-size = 100, validation-size = 50, test-size = 50 }
            network { hidden = [8, 8, 8], activation = rectifier }
            fine-tuning { optimizer { type = sgd, learning-rate = 0.01 }, epochs = 1 }
            engine.backend = nd4j
            """;

    private static final Pattern BLOCK =
            Pattern.compile("^```(java|hocon)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);$", Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile(
            "^(?:public |final |abstract )*(?:class|record|interface|enum) (\\w+)(.*?)\\{$",
            Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir
    private Path folder;

    /** A type that a page shows. */
    private record Unit(String source) {

        /** Qualified. */
        String name() {
            return first(PACKAGE).group(1) + "." + first(TYPE).group(1);
        }

        boolean isPlugin() {
            return first(TYPE).group(2).contains("implements Plugin ");
        }

        boolean isTest() {
            return first(TYPE).group(1).endsWith("Test");
        }

        /** A page's other types stand behind the one that its file is named after. */
        private MatchResult first(Pattern pattern) {
            Matcher matcher = pattern.matcher(source);
            assertThat(matcher.find()).as("%s in%n%s", pattern, source).isTrue();
            return matcher.toMatchResult();
        }
    }

    @TestFactory
    Stream<DynamicTest> showPluginsThatWork() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.list(Processes.root().resolve("docs/develop"))) {
            pages = files.sorted().filter(DevelopPagesIT::showsJava).toList();
        }
        assertThat(pages).hasSizeGreaterThan(10);
        return pages.stream()
                .map(page -> DynamicTest.dynamicTest(page.getFileName().toString(), () -> tryOut(page)));
    }

    private static boolean showsJava(Path page) {
        return !blocks(page, "java").isEmpty();
    }

    private static List<String> blocks(Path page, String language) {
        try {
            return BLOCK.matcher(Files.readString(page))
                    .results()
                    .filter(block -> block.group(1).equals(language))
                    .map(block -> block.group(2))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void tryOut(Path page) throws Exception {
        List<Unit> units = blocks(page, "java").stream().map(Unit::new).toList();
        Path place = Files.createDirectory(folder.resolve(String.valueOf(page.getFileName())));
        Path classes = compile(place, units);
        test(classes, units);
        List<String> experiments = blocks(page, "hocon");
        assertThat(experiments).as("what uses the plugin").isNotEmpty();
        Path plugins = Files.createDirectory(place.resolve("plugins"));
        pack(classes, plugins.resolve("shown.jar"));
        for (String experiment : experiments) {
            use(experiment, plugins, place);
        }
    }

    private static Path compile(Path place, List<Unit> units) throws IOException {
        Path classes = Files.createDirectory(place.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-Xlint:all,-auxiliaryclass,-classfile,-options,-path,-processing",
                "-Werror",
                "-cp",
                ofAuthors(),
                "-d",
                classes.toString()));
        for (Unit unit : units) {
            Path file = place.resolve("sources").resolve(unit.name().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, unit.source()).toString());
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status =
                ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));
        assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        List<String> plugins =
                units.stream().filter(Unit::isPlugin).map(Unit::name).toList();
        assertThat(plugins).as("plugins of the page").hasSize(1);
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.write(services.resolve(Plugin.class.getName()), plugins);
        return classes;
    }

    /** The api, the testkit and the libraries: no other module of Rectify. */
    private static String ofAuthors() {
        String root = Processes.root().toString();
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.startsWith(root) || entry.matches(".*/(api|testkit)/target/.*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void test(Path classes, List<Unit> units) throws Exception {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, DevelopPagesIT.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            List<Class<?>> tests = new ArrayList<>();
            for (Unit unit : units) {
                if (unit.isTest()) {
                    tests.add(loader.loadClass(unit.name()));
                }
            }
            assertThat(tests).as("tests of the page").isNotEmpty();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(tests.stream()
                                            .map(DiscoverySelectors::selectClass)
                                            .toList())
                                    .build(),
                            summary);
        } finally {
            thread.setContextClassLoader(before);
        }
        assertThat(summary.getSummary().getFailures())
                .extracting(TestExecutionSummary.Failure::getTestIdentifier, TestExecutionSummary.Failure::getException)
                .isEmpty();
        assertThat(summary.getSummary().getTestsSucceededCount()).isPositive();
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    private static void use(String shown, Path plugins, Path place) throws IOException {
        String others = shown.contains("dataset {") ? EXPERIMENT.replaceFirst("dataset .*\n", "") : EXPERIMENT;
        Path file = Files.writeString(place.resolve("experiment.conf"), others + shown);
        if (shown.contains("study")) {
            Outcome outcome = Processes.rectify(
                    place, "study", file.toString(), "--plugins", plugins.toString(), "--out", "studied");
            assertThat(outcome.exitCode()).as(shown + outcome.err()).isZero();
            return;
        }
        Path shipped = Processes.assembly().resolve("plugins");
        try (LoadedPlugins without = PluginLoader.load(List.of(shipped));
                LoadedPlugins with = PluginLoader.load(List.of(shipped, plugins))) {
            assertThatThrownBy(() -> Experiments.load(file, List.of(), without.registry(), place))
                    .as(shown)
                    .isInstanceOf(InvalidExperimentException.class);
            ResolvedExperiment experiment = Experiments.load(file, List.of(), with.registry(), place);
            FinishedRun run = Runs.run(new RunRequest(
                    experiment,
                    with.registry(),
                    place,
                    false,
                    List.of("shown"),
                    made -> {},
                    new TrainingListener() {}));
            assertThat(run.result().diverged()).as(shown).isFalse();
        }
    }
}
