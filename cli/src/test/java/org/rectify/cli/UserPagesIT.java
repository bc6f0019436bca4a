package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.config.StudyFile;
import org.rectify.engine.plugin.LoadedPlugins;
import org.rectify.engine.plugin.PluginLoader;
import picocli.CommandLine;

/** What the pages for users show: parts of experiment files, which bind, and commands, which are accepted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserPagesIT {

    /** Completed by what a page shows. */
    private static final String EXPERIMENT = """
            dataset = mnist-sample
            network { hidden = [10, 10, 10], activation = rectifier }
            fine-tuning { optimizer { type = sgd, learning-rate = 0.1 }, epochs = 1 }
            """;

    /** The section that a page speaks of where it shows nothing else of it. */
    private static final Map<String, String> SECTIONS = Map.of("optimizer", "fine-tuning", "activation", "network");

    @TempDir
    private Path folder;

    private LoadedPlugins plugins = PluginLoader.load(List.of());

    @BeforeAll
    void load() {
        plugins.close();
        plugins = PluginLoader.load(List.of(Processes.assembly().resolve("plugins")));
    }

    @AfterAll
    void close() {
        plugins.close();
    }

    /** A page, and where in it something is shown. */
    private record Block(String page, int line, List<String> lines) {

        String first() {
            return lines.get(0);
        }

        String text() {
            return String.join("\n", lines) + "\n";
        }

        boolean isOfAnExperiment() {
            return first().matches("[a-z-]+ (=.*|\\{.*)|include \".*\"");
        }

        Stream<String> commands() {
            return lines.stream()
                    .map(line -> line.replaceFirst("^\\$ ", "").replaceFirst("^\\./", ""))
                    .filter(line -> line.matches("rectify [a-z].*"));
        }

        @Override
        public String toString() {
            return page + ":" + line + " " + first();
        }
    }

    @TestFactory
    Stream<DynamicTest> showExperimentsThatBind() throws IOException {
        List<Block> blocks = blocks().stream().filter(Block::isOfAnExperiment).toList();
        assertThat(blocks).hasSizeGreaterThan(20);
        List<DynamicTest> tests = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            Optional<Block> before = at == 0 ? Optional.empty() : Optional.of(blocks.get(at - 1));
            tests.add(DynamicTest.dynamicTest(block.toString(), () -> bind(block, before)));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> showCommandsThatAreAccepted() throws IOException {
        List<Block> blocks = blocks();
        assertThat(blocks.stream().flatMap(Block::commands)).hasSizeGreaterThan(20);
        return blocks.stream()
                .flatMap(block -> block.commands()
                        .map(command -> DynamicTest.dynamicTest(
                                block.page() + ":" + block.line() + " " + command, () -> accept(command))));
    }

    private void bind(Block block, Optional<Block> before) throws IOException {
        ComponentRegistry registry = plugins.registry();
        if (block.text().contains("study {")) {
            StudyFile.read(write(block.text()), Optional.empty(), List.of(), registry, folder)
                    .check();
        } else if (open(block.text()) > 0) {
            assertThat(experiment(before.orElseThrow()).text()).startsWith(block.text());
        } else {
            experiment(block);
        }
    }

    private ResolvedExperiment experiment(Block block) throws IOException {
        String section = SECTIONS.get(block.first().split(" ", 2)[0]);
        String part = section == null ? block.text() : section + " {\n" + block.text() + "}\n";
        return Experiments.load(write(EXPERIMENT + part), List.of(), plugins.registry(), folder);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("shown.conf"), text);
    }

    /** How many braces are not closed. */
    private static long open(String text) {
        return text.chars().filter(c -> c == '{').count()
                - text.chars().filter(c -> c == '}').count();
    }

    private static void accept(String command) {
        String[] arguments = command.replaceFirst("  .*", "").split(" ");
        String[] given = Stream.of(arguments).skip(1).toArray(String[]::new);
        CommandLine line = RectifyCommand.commandLine(Terminals.NONE, given);
        assertThatCode(() -> line.parseArgs(given)).doesNotThrowAnyException();
    }

    private static List<Block> blocks() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> user = Files.list(Processes.root().resolve("docs/user"))) {
            user.sorted().forEach(pages::add);
        }
        pages.add(Processes.root().resolve("docs/develop/new.md"));
        pages.add(Processes.root().resolve("README.md"));
        pages.add(Processes.root().resolve("experiments/README.md"));
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages) {
            blocks(page, blocks);
        }
        return blocks;
    }

    private static void blocks(Path page, List<Block> blocks) throws IOException {
        List<String> lines = Files.readAllLines(page);
        for (int at = 1; at < lines.size(); at++) {
            if (lines.get(at).startsWith("    ") && lines.get(at - 1).isBlank()) {
                int end = at;
                while (end < lines.size()
                        && (lines.get(end).startsWith("    ") || lines.get(end).isBlank())) {
                    end++;
                }
                List<String> shown = lines.subList(at, end).stream()
                        .map(line -> line.isBlank() ? "" : line.substring(4))
                        .toList();
                int length = shown.size();
                while (shown.get(length - 1).isEmpty()) {
                    length--;
                }
                blocks.add(new Block(
                        Processes.root().relativize(page).toString(), at + 1, List.copyOf(shown.subList(0, length))));
                at = end;
            }
        }
    }
}
