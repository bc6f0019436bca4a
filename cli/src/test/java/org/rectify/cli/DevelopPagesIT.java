package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.rectify.cli.Processes.Outcome;
import org.rectify.engine.component.Kind;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.config.InvalidExperimentException;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.plugin.LoadedPlugins;
import org.rectify.engine.plugin.PluginLoader;
import org.rectify.engine.run.FinishedRun;
import org.rectify.engine.run.RunRequest;
import org.rectify.engine.run.Runs;
import org.rectify.engine.training.TrainingListener;
import org.rectify.report.RunReport;

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

    private static final Pattern SETTING = Pattern.compile("--set (\\S+)");

    @TempDir
    private Path folder;

    /** What a page shows for an experiment: lines of its file, or settings of a command. */
    private record Use(String lines, List<String> settings) {

        @Override
        public String toString() {
            return lines + String.join(" ", settings);
        }
    }

    @Test
    void everyKindHasAPage() {
        assertThat(pages().stream()
                        .filter(page -> !page.shown("java").isEmpty())
                        .map(Page::title))
                .containsAll(Kind.ALL.stream().map(Kind::name).toList());
    }

    @TestFactory
    Stream<DynamicTest> noJavaIsLeftOut() {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(page.title() + ".md marks all of its Java as such", page::check));
    }

    @TestFactory
    Stream<DynamicTest> pluginsWork() {
        return pages().stream()
                .filter(page -> !page.shown("java").isEmpty())
                .map(page ->
                        DynamicTest.dynamicTest(page.title() + ".md shows a plugin that works", () -> tryOut(page)));
    }

    private static List<Page> pages() {
        try (Stream<Path> files = Files.list(Processes.root().resolve("docs/develop"))) {
            return files.sorted().map(Page::read).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void tryOut(Page page) throws Exception {
        Path place = Files.createDirectory(folder.resolve(page.title()));
        ShownSources sources = new ShownSources(page.shown("java"), place);
        Path classes = sources.compilePlugin();
        test(List.of(classes, sources.compileTests(classes)), sources.tests());
        Path plugins = Files.createDirectory(place.resolve("plugins"));
        ShownSources.pack(classes, plugins.resolve("shown.jar"));
        List<Use> uses = uses(page);
        assertThat(unused(plugins, uses))
                .as("components that no experiment of the page uses")
                .isEmpty();
        for (Use use : uses) {
            use(use, plugins, place);
        }
    }

    private static void test(List<Path> classPath, List<String> tests) throws Exception {
        assertThat(tests).as("tests of the page").isNotEmpty();
        URL[] urls = new URL[classPath.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classPath.get(i).toUri().toURL();
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls, DevelopPagesIT.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            for (String test : tests) {
                run(loader.loadClass(test));
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void run(Class<?> test) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(test))
                                .build(),
                        listener);
        TestExecutionSummary summary = listener.getSummary();
        assertThat(summary.getFailures())
                .extracting(TestExecutionSummary.Failure::getTestIdentifier, TestExecutionSummary.Failure::getException)
                .as(test.getName())
                .isEmpty();
        assertThat(summary.getTestsSkippedCount()).as("skipped of %s", test).isZero();
        assertThat(summary.getTestsSucceededCount()).as("passed of %s", test).isPositive();
    }

    private static List<Use> uses(Page page) {
        Stream<Use> files = page.shown("hocon").stream().map(lines -> new Use(lines, List.of()));
        Stream<Use> commands = page.shown("sh").stream()
                .map(lines -> new Use(
                        "",
                        SETTING.matcher(lines)
                                .results()
                                .map(setting -> setting.group(1))
                                .toList()))
                .filter(use -> !use.settings().isEmpty());
        return Stream.concat(files, commands).toList();
    }

    private static List<String> unused(Path plugins, List<Use> uses) {
        try (LoadedPlugins shown = PluginLoader.load(List.of(plugins))) {
            return Kind.ALL.stream()
                    .flatMap(kind -> shown.registry().all(kind).stream())
                    .map(component -> component.factory().name())
                    .filter(name -> uses.stream()
                            .noneMatch(use -> use.toString().matches("(?s).*= ?" + Pattern.quote(name) + "\\b.*")))
                    .toList();
        }
    }

    private static void use(Use use, Path plugins, Path place) throws IOException {
        String others = use.lines().contains("dataset {") ? EXPERIMENT.replaceFirst("dataset .*\n", "") : EXPERIMENT;
        Path file = Files.writeString(place.resolve("experiment.conf"), others + use.lines());
        if (use.lines().contains("study {")) {
            Outcome outcome = Processes.rectify(
                    place, "study", file.toString(), "--plugins", plugins.toString(), "--out", "studied");
            assertThat(outcome.exitCode()).as(use + outcome.err()).isZero();
            return;
        }
        Path shipped = Processes.assembly().resolve("plugins");
        try (LoadedPlugins without = PluginLoader.load(List.of(shipped));
                LoadedPlugins with = PluginLoader.load(List.of(shipped, plugins))) {
            assertThatThrownBy(() -> Experiments.load(file, use.settings(), without.registry(), place))
                    .as("without the plugin: %s", use)
                    .isInstanceOf(InvalidExperimentException.class);
            ResolvedExperiment experiment = Experiments.load(file, use.settings(), with.registry(), place);
            FinishedRun run = Runs.run(new RunRequest(
                    experiment,
                    with.registry(),
                    place,
                    false,
                    List.of("shown"),
                    RunReport::render,
                    made -> {},
                    new TrainingListener() {}));
            assertThat(run.result().diverged()).as(use.toString()).isFalse();
        }
    }
}
