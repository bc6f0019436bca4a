package org.rectify.dataset.reviews;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** Options of {@code review-files}. Paths are absolute, or relative to the experiment file's folder. */
public record ReviewFilesOptions(
        @Describe(value = "How the files are written: tsv, json-lines, libsvm, vec-lab or blitzer.", source = "item 56")
        FileFormat format,

        @Describe("Files of the training reviews; of vec-lab the .vec files, beside each of which lies its .lab file.")
        List<String> train,

        @Describe(
                value = "Files of the test reviews; empty: they are drawn from the training files.",
                defaultsTo = "[]")
        List<String> test,

        @Describe(value = "Files of further training reviews, whose labels are not looked at.", defaultsTo = "[]")
        List<String> unlabelled,

        @Describe(value = "The column of the stars, from 1, in tsv.", defaultsTo = "1", range = "[1, 10000]")
        int starsColumn,

        @Describe(value = "The column of the text, from 1, in tsv.", defaultsTo = "2", range = "[1, 10000]")
        int textColumn,

        @Describe(value = "Whether the first line of each file is a header, in tsv.", defaultsTo = "false")
        boolean header,

        @Describe(value = "The key of the stars in json-lines.", defaultsTo = "stars")
        String starsKey,

        @Describe(value = "The key of the text in json-lines.", defaultsTo = "text")
        String textKey,

        @Describe(
                value = "The lowest number of stars; 0 below it stands for none.",
                defaultsTo = "1",
                range = "[-1000000, 1000000]")
        double lowestStars,

        @Describe(value = "The highest number of stars.", defaultsTo = "5", range = "[-1000000, 1000000]")
        double highestStars,

        @Describe(
                value = "How many of the most frequent terms of the training reviews are inputs.",
                defaultsTo = "5000",
                range = "[1, 1000000]",
                source = "section 4.2, item 56")
        int terms,

        @Describe(
                value = "What reviews are labelled with: stars or polarity.",
                defaultsTo = "stars",
                source = "item 66")
        LabelKind labels,

        @Describe(
                value = "Which share of the reviews that are not for the test is for validation.",
                defaultsTo = "0.1",
                range = "(0, 1)",
                source = "item 48")
        double validationShare,

        @Describe(
                value = "Which share of the reviews is for the test where it has no files of its own.",
                defaultsTo = "0.2",
                range = "(0, 1)",
                source = "item 48")
        double testShare,

        @Describe(
                value = "How many training reviews keep their label, the others being unlabelled; 0: all.",
                defaultsTo = "0",
                range = "[0, 1000000000]",
                source = "item 58")
        int labelled,

        @Describe(
                value = "Draws the splits; the same splits whatever the experiment's seed.",
                defaultsTo = "1",
                source = "item 66")
        long splitSeed) {

    /** How files are written. */
    public enum FileFormat {
        /** Columns between tabulators. */
        TSV,
        /** A JSON object a line. */
        JSON_LINES,
        /** Stars and {@code index:count} pairs. */
        LIBSVM,
        /** {@code index:count} pairs in one file, stars in another. */
        VEC_LAB,
        /** {@code feature:count} pairs and {@code #label#:positive}. */
        BLITZER
    }

    /** Copies the lists; refuses numbers out of range, and paths that are missing or blank. */
    public ReviewFilesOptions {
        train = List.copyOf(train);
        test = List.copyOf(test);
        unlabelled = List.copyOf(unlabelled);
        requirePaths("train", train);
        requirePaths("test", test);
        requirePaths("unlabelled", unlabelled);
        Require.that(!train.isEmpty(), "train", train, "at least one file");
        List<String> all =
                Stream.of(train, test, unlabelled).flatMap(List::stream).toList();
        Require.that(Set.copyOf(all).size() == all.size(), "train", all, "files that are listed once, in one split");
        Require.in("stars-column", starsColumn, "[1, 10000]");
        Require.in("text-column", textColumn, "[1, 10000]");
        Require.in("lowest-stars", lowestStars, "[-1000000, 1000000]");
        Require.in("highest-stars", highestStars, "[-1000000, 1000000]");
        Require.that(
                lowestStars < highestStars, "highest-stars", highestStars, "more than lowest-stars = " + lowestStars);
        Require.in("terms", terms, "[1, 1000000]");
        Require.in("validation-share", validationShare, "(0, 1)");
        Require.in("test-share", testShare, "(0, 1)");
        Require.in("labelled", labelled, "[0, 1000000000]");
    }

    private static void requirePaths(String option, List<String> paths) {
        for (String path : paths) {
            Require.that(!path.isBlank() && path.indexOf('\0') < 0, option, "\"" + path + "\"", "files' paths");
        }
    }
}
