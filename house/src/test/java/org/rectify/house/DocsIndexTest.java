package org.rectify.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every page of the documentation can be found. */
class DocsIndexTest {

    private static final Path DOCS = Path.of("../docs").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");

    @Test
    void theIndexLinksToEveryPage() throws IOException {
        List<Path> linked = links(DOCS.resolve("README.md"));
        List<Path> pages;
        try (Stream<Path> files = Files.walk(DOCS)) {
            pages = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.equals(DOCS.resolve("README.md")))
                    .toList();
        }

        assertThat(pages).hasSizeGreaterThan(30);
        assertThat(linked).containsAll(pages);
    }

    @Test
    void noLinkOfTheIndexLeadsNowhere() throws IOException {
        assertThat(links(DOCS.resolve("README.md")))
                .allSatisfy(target -> assertThat(target).exists());
    }

    private static List<Path> links(Path page) throws IOException {
        Matcher links = LINK.matcher(Files.readString(page));
        return links.results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .map(target -> page.resolveSibling(target).normalize())
                .toList();
    }
}
