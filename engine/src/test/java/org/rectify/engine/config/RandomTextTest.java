package org.rectify.engine.config;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomTextTest {

    private static final List<String> PIECES = List.of(
            "network",
            "hidden",
            "type",
            "rectifier",
            "fine-tuning",
            "epochs",
            "metrics",
            "dataset",
            "digits",
            "a",
            "b",
            "{",
            "}",
            "[",
            "]",
            "=",
            ":",
            "+=",
            ",",
            "\n",
            " ",
            ".",
            "\"",
            "\"\"\"",
            "\\",
            "${",
            "${?",
            "}",
            "${a}",
            "${a.b}",
            "${network}",
            "#",
            "//",
            "$",
            "include ",
            "\"presets/paper-tanh\"",
            "file(",
            ")",
            "1",
            "-",
            "1e9",
            "0.5",
            "true",
            "null",
            "\u0000",
            "\u00e9",
            "\ud83d",
            "x.conf",
            "(",
            "`",
            "@",
            "?");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anythingIsEitherAnExperimentOrRefusedForItsUser() {
        qt().withExamples(500)
                .withFixedSeed(4)
                .forAll(lists().of(integers().between(0, PIECES.size() - 1)).ofSizeBetween(0, 40))
                .checkAssert(pieces -> {
                    String text =
                            String.join("", pieces.stream().map(PIECES::get).toList());
                    tolerates(text, List.of());
                });
    }

    @Test
    void anythingAfterAGoodExperimentIsEitherTakenOrRefusedForItsUser() {
        qt().withExamples(150)
                .withFixedSeed(5)
                .forAll(lists().of(integers().between(0, PIECES.size() - 1)).ofSizeBetween(0, 12))
                .checkAssert(pieces -> {
                    String text =
                            String.join("", pieces.stream().map(PIECES::get).toList());
                    tolerates(ExperimentFolder.GOOD + text, List.of());
                    tolerates(ExperimentFolder.GOOD, List.of(text));
                    tolerates(ExperimentFolder.GOOD, List.of("network." + text));
                });
    }

    private void tolerates(String text, List<String> overrides) {
        try {
            new ExperimentFolder(folder).load(text, overrides.toArray(String[]::new));
        } catch (InvalidExperimentException expected) {
            // the one exception there may be
        }
    }
}
