package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rectify.engine.component.Kind;

/** The links of the documentation, from page to page and to headings. */
class PageLinksTest {

    private static final Path ROOT = Processes.root();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");

    @TestFactory
    Stream<DynamicTest> leadToWhatIsThere() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(
                        ROOT.relativize(page) + " links to what is there",
                        () -> assertThat(broken(page)).isEmpty()));
    }

    @Test
    void leadFromPluginsToThePageOfEachKind() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/develop/plugins.md"));

        assertThat(Kind.ALL).allSatisfy(kind -> assertThat(page).contains("(" + kind.name() + ".md)"));
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(
                ROOT.resolve("README.md"),
                ROOT.resolve("CONTRIBUTING.md"),
                ROOT.resolve("CHANGELOG.md"),
                ROOT.resolve("experiments/README.md")));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    private static List<String> broken(Path page) throws IOException {
        List<String> broken = new ArrayList<>();
        for (String line : Page.read(page).rest()) {
            LINK.matcher(line)
                    .results()
                    .filter(link -> !leadsSomewhere(page, link.group(1), link.group(2)))
                    .forEach(link -> broken.add(link.group()));
        }
        return broken;
    }

    private static boolean leadsSomewhere(Path page, String file, String heading) {
        Path target = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        return Files.exists(target)
                && (heading == null
                        || Page.read(target).rest().stream()
                                .filter(line -> line.startsWith("#"))
                                .anyMatch(line -> anchor(line).equals(heading)));
    }

    /** As hosts of repositories make it from a heading. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
