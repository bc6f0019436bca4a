package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A page of the documentation.
 *
 * @param title the name of its file without the ending
 * @param blocks between fences
 * @param rest the lines that are in none
 */
record Page(String title, List<Block> blocks, List<String> rest) {

    private static final String FENCE = "```";
    private static final Set<String> LANGUAGES = Set.of("java", "hocon", "sh", "xml", "json", "");
    private static final Pattern JAVA =
            Pattern.compile("^\\s*((package|import) [\\w.* ]+;|@Override|(public|final|abstract) .*[{;])$");

    /** What stands between two fences. */
    record Block(String language, List<String> lines) {

        String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    static Page read(Path file) {
        List<Block> blocks = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        List<String> into = rest;
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.strip().startsWith(FENCE)) {
                    into.add(line);
                } else if (into == rest) {
                    into = new ArrayList<>();
                    blocks.add(new Block(line.strip().substring(FENCE.length()), into));
                } else {
                    into = rest;
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(into).as("what follows the last fence of %s", file).isSameAs(rest);
        return new Page(String.valueOf(file.getFileName()).replaceFirst("\\.md$", ""), blocks, rest);
    }

    /** The blocks of a language, in their order. */
    List<String> shown(String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .map(Block::text)
                .toList();
    }

    /** Fails where a block is of another language than the pages have, or where Java stands that is not marked as such. */
    void check() {
        assertThat(blocks).extracting(Block::language).isSubsetOf(LANGUAGES);
        assertThat(rest).noneMatch(Page::isJava);
        assertThat(blocks)
                .filteredOn(block -> !block.language().equals("java"))
                .flatExtracting(Block::lines)
                .noneMatch(Page::isJava);
    }

    private static boolean isJava(Object line) {
        return JAVA.matcher(line.toString()).matches();
    }
}
