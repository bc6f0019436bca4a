package org.rectify.dataset.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.reviews.ReviewFilesOptions.FileFormat;
import org.rectify.testkit.TestContext;

class ReviewDatasetsTest {

    private static final int RATED = 60;
    private static final int UNRATED = 30;

    @TempDir
    Path folder;

    @Test
    void movieReviewsAreDrawnIntoSplitsThatShareNothing() throws IOException {
        writeMovieTables();

        Dataset reviews = movies(20, 15, 25);

        assertThat(reviews.train().size()).isEqualTo(20);
        assertThat(reviews.validation().size()).isEqualTo(15);
        assertThat(reviews.test().size()).isEqualTo(25);
        assertThat(reviews.unlabelled().orElseThrow().rows()).isEqualTo(RATED - 20 + UNRATED);
        assertThat(reviews.info().classes()).containsExactly("1", "4", "7", "10");
        assertThat(reviews.info().classValues()).containsExactly(1.0, 4.0, 7.0, 10.0);
        assertThat(marks(reviews, reviews.train().features())).hasSize(20).allMatch(mark -> mark.startsWith("train"));
        assertThat(marks(reviews, reviews.unlabelled().orElseThrow())).hasSize(RATED - 20 + UNRATED);
        assertThat(reviews.inputNames()).doesNotContain("testmark0", "br").contains("unsupmark0", "film");
        assertThat(reviews.info().checksums())
                .containsEntry(
                        folder.resolve("data/imdb/train.tsv").toString(),
                        Checksums.sha256(Files.readString(folder.resolve("data/imdb/train.tsv"))));
    }

    @Test
    void thePublishedFolderGivesTheSameReviewsAsTheTables() throws IOException {
        writeMovieTables();
        Dataset fromTables = movies(20, 15, 25);
        writeMovieFolder();
        Dataset fromFolder = movies(20, 15, 25);

        assertThat(fromFolder.inputNames()).isEqualTo(fromTables.inputNames());
        assertThat(words(fromFolder, fromFolder.train(), 3)).isEqualTo(words(fromTables, fromTables.train(), 3));
        assertThat(words(fromFolder, fromFolder.test(), 7)).isEqualTo(words(fromTables, fromTables.test(), 7));
        assertThat(fromFolder.test().label(7)).isEqualTo(fromTables.test().label(7));
        assertThat(fromFolder.info().checksums()).hasSize(5);
    }

    @Test
    void anotherSplitSeedDrawsOthersAndTheExperimentsSeedDoesNot() throws IOException {
        writeMovieTables();

        Dataset first = movies(20, 15, 25);
        Dataset sameSplits = new ReviewsFactory()
                .create(options(20, 15, 25, 1), TestContext.in(folder).withSeed(99));
        Dataset otherSplits = new ReviewsFactory().create(options(20, 15, 25, 2), TestContext.in(folder));

        assertThat(marks(sameSplits, sameSplits.train().features()))
                .isEqualTo(marks(first, first.train().features()));
        assertThat(marks(otherSplits, otherSplits.train().features()))
                .isNotEqualTo(marks(first, first.train().features()));
    }

    @Test
    void aHeldOutTextThatOccursInTrainingIsLeftOut() throws IOException {
        writeMovieTables();
        Path test = folder.resolve("data/imdb/test.tsv");
        Files.writeString(test, Files.readString(test) + "7\tpos\t9\t" + text("train", 3) + "\n");

        assertThatThrownBy(() -> movies(20, 1, RATED))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage("validation-size = 1: must be at most 0, the labelled reviews left for validation");
    }

    @Test
    void movieFilesThatAreNotWholeAreRefused() throws IOException {
        assertThatThrownBy(() -> movies(20, 15, 25))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("reviews: 3 of 3 files are missing in ")
                .hasMessageContaining("synthetic-reviews");
        writeMovieTables();
        ReviewsOptions official = new ReviewsOptions(5_000, 20, 15, 25, LabelKind.STARS, 1, true);
        assertThatThrownBy(() -> new ReviewsFactory().create(official, TestContext.in(folder)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("60 training reviews with stars")
                .hasMessageContaining("verify-sizes = false");
    }

    @Test
    void anOddlyNamedOrEmptyFileIsRefused() throws IOException {
        writeMovieFolder();
        Path odd = folder.resolve("data/imdb/aclImdb/train/neg/5.txt");
        Files.writeString(odd, "dull");
        assertThatThrownBy(() -> movies(20, 15, 25))
                .isInstanceOf(DataException.class)
                .hasMessage(odd + ": the name is not a number, _, the stars and .txt");
        Files.move(odd, odd.resolveSibling("999_3.txt"));
        Files.writeString(odd.resolveSibling("999_3.txt"), " \n");
        assertThatThrownBy(() -> movies(20, 15, 25)).hasMessageContaining("999_3.txt: the file holds no text");
    }

    @Test
    void productReviewsAreReadFromBothForms() throws IOException {
        Path amazon = Files.createDirectories(folder.resolve("data/amazon"));
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            table.append(i < 50 ? "books" : "dvd")
                    .append('\t')
                    .append(i % 2 == 0 ? 1 : 5)
                    .append("\tword")
                    .append(i)
                    .append(" thing\n");
        }
        Files.writeString(amazon.resolve("reviews.tsv"), table);
        Dataset texts = new AmazonFactory().create(amazon(AmazonOptions.Domain.BOOKS), TestContext.in(folder));
        assertThat(texts.test().size()
                        + texts.validation().size()
                        + texts.train().size())
                .isEqualTo(50);
        assertThat(texts.test().size()).isEqualTo(10);
        assertThat(texts.info().classes()).containsExactly("negative", "positive");

        for (String domain : List.of("books", "dvd", "electronics", "kitchen")) {
            Path published =
                    Files.createDirectories(amazon.resolve("processed_acl").resolve(domain));
            Files.writeString(published.resolve("negative.review"), "bad:1 #label#:negative\n".repeat(10));
            Files.writeString(published.resolve("positive.review"), "good:1 #label#:positive\n".repeat(10));
            Files.writeString(published.resolve("unlabeled.review"), "good:1 bad:1 #label#:positive\n".repeat(7));
        }
        Dataset published = new AmazonFactory().create(amazon(AmazonOptions.Domain.ALL), TestContext.in(folder));
        assertThat(published.test().size()).isEqualTo(16);
        assertThat(published.unlabelled().orElseThrow().rows()).isEqualTo(28);
        assertThat(published.inputNames()).containsExactlyInAnyOrder("good", "bad");
    }

    @Test
    void restaurantReviewsNameTheirTerms() throws IOException {
        Path we8there = Files.createDirectories(folder.resolve("data/we8there"));
        Files.writeString(we8there.resolve("we8there.libsvm"), "5 1:2\n1 2:1\n".repeat(30));
        Files.writeString(we8there.resolve("we8there-terms.txt"), "veri good\ngo back\n");
        We8thereOptions options = new We8thereOptions(5_000, LabelKind.STARS, 0.1, 0.2, 10, 1);

        Dataset reviews = new We8thereFactory().create(options, TestContext.in(folder));

        assertThat(reviews.inputNames()).containsExactly("veri good", "go back");
        assertThat(reviews.train().size()).isEqualTo(10);
        assertThat(reviews.unlabelled().orElseThrow().rows()).isEqualTo(60 - 12 - 5 - 10);
    }

    @Test
    void anyFilesAreReadByTheirFormat() throws IOException {
        write("train.tsv", "1\tbad\n5\tgood\n".repeat(20));
        write("train.jsonl", "{\"stars\": 1, \"text\": \"bad\"}\n{\"stars\": 5, \"text\": \"good\"}\n".repeat(20));
        write("train.libsvm", "1 1:1\n5 2:1\n".repeat(20));
        write("train.vec", "1:1\n2:1\n".repeat(20));
        write("train.lab", "1\n5\n".repeat(20));
        write("train.review", "bad:1 #label#:1\ngood:1 #label#:5\n".repeat(20));
        List<String> files = List.of("train.tsv", "train.jsonl", "train.libsvm", "train.vec", "train.review");

        for (int i = 0; i < files.size(); i++) {
            Dataset reviews = files(FileFormat.values()[i], List.of(files.get(i)), List.of(), List.of());
            assertThat(reviews.test().size()).as(files.get(i)).isEqualTo(8);
            assertThat(reviews.validation().size()).isEqualTo(3);
            assertThat(reviews.train().size()).isEqualTo(29);
            assertThat(reviews.info().inputs()).isEqualTo(2);
            assertThat(reviews.info().classValues()).containsExactly(1.0, 5.0);
        }
    }

    @Test
    void testFilesAndUnlabelledFilesMayStandApart() throws IOException {
        write("train.vec", "1:1\n2:1\n".repeat(20));
        write("train.lab", "1\n5\n".repeat(20));
        write("test.vec", "1:1 9:1\n2:1\n".repeat(3));
        write("test.lab", "1\n4\n".repeat(3));
        write("more.vec", "3:1\n".repeat(50));

        Dataset reviews = files(FileFormat.VEC_LAB, List.of("train.vec"), List.of("test.vec"), List.of("more.vec"));

        assertThat(reviews.inputNames()).containsExactly("3", "1", "2");
        assertThat(reviews.test().size()).isEqualTo(6);
        assertThat(reviews.unlabelled().orElseThrow().rows()).isEqualTo(50);
        assertThat(reviews.info().classes()).containsExactly("1", "4", "5");
    }

    @Test
    void filesInTwoSplitsAndVectorsOfOtherNamesAreRefused() {
        assertThatThrownBy(() -> files(FileFormat.TSV, List.of("a.tsv"), List.of("a.tsv"), List.of()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("listed once");
        assertThatThrownBy(() -> files(FileFormat.VEC_LAB, List.of("a.txt"), List.of(), List.of()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("paths that end with .vec");
        assertThatThrownBy(() -> files(FileFormat.TSV, List.of("a.tsv"), List.of(), List.of()))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("a.tsv: no such file");
    }

    private Dataset files(FileFormat format, List<String> train, List<String> test, List<String> unlabelled) {
        ReviewFilesOptions options = new ReviewFilesOptions(
                format,
                train,
                test,
                unlabelled,
                1,
                2,
                false,
                "stars",
                "text",
                1,
                5,
                5_000,
                LabelKind.STARS,
                0.1,
                0.2,
                0,
                1);
        return new ReviewFilesFactory().create(options, TestContext.in(folder));
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private Dataset movies(int labelled, int validation, int test) {
        return new ReviewsFactory().create(options(labelled, validation, test, 1), TestContext.in(folder));
    }

    private static ReviewsOptions options(int labelled, int validation, int test, long splitSeed) {
        return new ReviewsOptions(5_000, labelled, validation, test, LabelKind.STARS, splitSeed, false);
    }

    private static AmazonOptions amazon(AmazonOptions.Domain domain) {
        return new AmazonOptions(domain, 5_000, LabelKind.POLARITY, 0.1, 0.2, 0, 1);
    }

    /** A review whose words no other review has together, with a line break of a web page. */
    private static String text(String file, int number) {
        String known = file.equals("test") ? " trainmark" + number + " unsupmark" + number % UNRATED : "";
        return "A film<br />of " + file + "mark" + number + known;
    }

    private static int stars(int number) {
        return 1 + 3 * (number * 4 / RATED);
    }

    private void writeMovieTables() throws IOException {
        Path imdb = Files.createDirectories(folder.resolve("data/imdb"));
        for (String file : List.of("train", "test")) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < RATED; i++) {
                lines.append(stars(i))
                        .append("\tclass\t")
                        .append(i)
                        .append('\t')
                        .append(text(file, i))
                        .append('\n');
            }
            Files.writeString(imdb.resolve(file + ".tsv"), lines);
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < UNRATED; i++) {
            lines.append("0\tunsup\t")
                    .append(i)
                    .append('\t')
                    .append(text("unsup", i))
                    .append('\n');
        }
        Files.writeString(imdb.resolve("unsup.tsv"), lines);
    }

    private void writeMovieFolder() throws IOException {
        Path published = folder.resolve("data/imdb/aclImdb");
        for (String part : List.of("train/neg", "train/pos", "train/unsup", "test/neg", "test/pos")) {
            Files.createDirectories(published.resolve(part));
        }
        for (int i = 0; i < RATED; i++) {
            String polarity = stars(i) < 5 ? "neg" : "pos";
            String name = (100 + i) + "_" + stars(i) + ".txt";
            for (String file : List.of("train", "test")) {
                Files.writeString(published.resolve(file).resolve(polarity).resolve(name), text(file, i));
            }
        }
        for (int i = 0; i < UNRATED; i++) {
            Files.writeString(published.resolve("train/unsup").resolve((100 + i) + "_0.txt"), text("unsup", i));
        }
    }

    /** The words that tell which review each row is. */
    private static TreeSet<String> marks(Dataset dataset, Features features) {
        TreeSet<String> marks = new TreeSet<>();
        for (int row = 0; row < features.rows(); row++) {
            words(dataset, (CompressedRows) features, row).stream()
                    .filter(word -> word.contains("mark"))
                    .forEach(marks::add);
        }
        return marks;
    }

    private static List<String> words(Dataset dataset, Split split, int row) {
        return words(dataset, (CompressedRows) split.features(), row);
    }

    private static List<String> words(Dataset dataset, CompressedRows rows, int row) {
        return IntStream.range(rows.start(row), rows.start(row + 1))
                .mapToObj(entry -> dataset.inputNames().get(rows.column(entry)))
                .toList();
    }
}
