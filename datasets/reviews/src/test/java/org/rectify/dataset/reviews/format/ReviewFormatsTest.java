package org.rectify.dataset.reviews.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.reviews.corpus.Label;
import org.rectify.dataset.reviews.corpus.Review;
import org.rectify.dataset.reviews.corpus.Terms;
import org.rectify.dataset.reviews.corpus.TextAnalysis;

class ReviewFormatsTest {

    private static final StarScale FIVE_STARS = new StarScale(1, 5, false);

    private final Terms terms = new Terms();
    private final TextAnalysis analysis = new TextAnalysis(terms);

    @Test
    void tabSeparatedLinesHaveStarsAndText() {
        List<Review> reviews = read(tsv(), "5\tGood, good food!\n0\tIt's so-so<br />bad\r\n\tbad");

        assertThat(reviews)
                .extracting(this::words, Review::label)
                .containsExactly(
                        tuple("food=1 good=2", Label.stars(5)), tuple("bad=1 it's=1 so=2", null), tuple("bad=1", null));
    }

    @Test
    void onlyTheDomainAskedForIsKept() {
        TsvFormat format =
                new TsvFormat(new TsvFormat.Columns(2, 3, 1, Set.of("dvd"), true), new StarScale(1, 5, true), analysis);

        List<Review> reviews = read(format, "domain\tstars\ttext\nbooks\t1\tdull\ndvd\t2\tslow\ndvd\t3\tplain\n");

        assertThat(reviews)
                .extracting(this::words, Review::label)
                .containsExactly(tuple("slow=1", Label.NEGATIVE), tuple("plain=1", null));
    }

    @Test
    void jsonLinesHaveStarsAndTextUnderTheirKeys() {
        List<Review> reviews = read(json(), """
                {"id": [1, {"text": "no"}], "stars": 4, "text": "Caf\\u00e9 am See"}
                {"text": "fine", "stars": "2.5"}
                {"text": "fine", "stars": null}
                """);

        assertThat(reviews)
                .extracting(this::words, Review::label)
                .containsExactly(
                        tuple("am=1 café=1 see=1", Label.stars(4)),
                        tuple("fine=1", new Label("2.5", 2.5)),
                        tuple("fine=1", null));
    }

    @Test
    void libSvmLinesHaveStarsAndCounts() {
        List<Review> reviews = read(libSvm(List.of("food", "good", "bad")), "5 1:2 3:1.0 # a note 9:9\n1\n0 2:1\n");

        assertThat(reviews)
                .extracting(this::words, Review::label)
                .containsExactly(
                        tuple("bad=1 food=2", Label.stars(5)), tuple("", Label.stars(1)), tuple("good=1", null));
    }

    @Test
    void vectorsAndLabelsGoTogetherLineByLine() {
        List<Review> reviews =
                ReviewFiles.readPairs(lines("7:1 8:1\n\n7:2"), lines("3\n4\n1\n"), libSvm(List.of()), FIVE_STARS);

        assertThat(reviews)
                .extracting(this::words, Review::label)
                .containsExactly(
                        tuple("7=1 8=1", Label.stars(3)), tuple("", Label.stars(4)), tuple("7=2", Label.stars(1)));
    }

    @Test
    void vectorsWithoutLabelAndLabelsWithoutVectorAreRefused() {
        assertRefused(
                () -> ReviewFiles.readPairs(lines("1:1\n2:1"), lines("3\n"), libSvm(List.of()), FIVE_STARS),
                "reviews.txt, line 2: no label for the vector in line 2 of reviews.txt");
        assertRefused(
                () -> ReviewFiles.readPairs(lines("1:1\n"), lines("3\n3"), libSvm(List.of()), FIVE_STARS),
                "reviews.txt, line 2: no vector for the label");
    }

    @Test
    void blitzersLinesHaveFeaturesAndALabel() {
        List<Review> reviews = read(
                blitzer(), "good:2 very_good:1 a:b:1 #label#:positive\nbad:1 bad:2 #label#:negative\nok:1 #label#:4");

        assertThat(reviews)
                .extracting(this::words, Review::label)
                .containsExactly(
                        tuple("a:b=1 good=2 very_good=1", Label.POSITIVE),
                        tuple("bad=3", Label.NEGATIVE),
                        tuple("ok=1", Label.stars(4)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "6,good|stars are 6, must be from 1 to 5, or 0 for none",
                "-1,good|stars are -1, must be from 1 to 5",
                "NaN,good|stars are \"NaN\", must be a number from 1 to 5",
                "five,good|stars are \"five\"",
                "5| the line has 1 column, needed are 2",
                "5,a,b|the line has 3 columns, but the lines before 2"
            })
    void damagedColumnsAreRefused(String line, String message) {
        assertRefused(
                () -> read(tsv(), "1\tfine\n" + line.replace(',', '\t')), "reviews.txt, line 2: " + message.strip());
    }

    @Test
    void columnsWithoutTextAreRefused() {
        assertRefused(() -> read(tsv(), "1\tfine\n5\t"), "reviews.txt, line 2, column 2: no text");
        assertRefused(() -> read(tsv(), "1\tfine\n5\t "), "reviews.txt, line 2, column 2: no text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"stars\": 5}",
                "{\"stars\": 5, \"text\": \"\"}",
                "{\"stars\": 5, \"text\": 5}",
                "{\"stars\": [5], \"text\": \"good\"}",
                "{\"stars\": NaN, \"text\": \"good\"}",
                "{\"stars\": 9, \"text\": \"good\"}",
                "{\"stars\": 5, \"text\": \"good\", \"text\": \"bad\"}",
                "{\"stars\": 5, \"text\": \"good\"} {}"
            })
    void damagedObjectsAreRefused(String line) {
        assertRefused(() -> read(json(), "{\"text\": \"fine\"}\n" + line + "\n"), "reviews.txt, line 2: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 0:1|index 0 after 0; indices must rise, from 1",
                "5 3:1 3:1|index 3 after 3",
                "5 3:1 2:1|index 2 after 3",
                "5 -1:1|index -1 after 0",
                "5 x:1|index \"x\" is not a whole number",
                "5 99999999999:1|index \"99999999999\" is not a whole number",
                "5 1|\"1\" is not index:count",
                "5 1:NaN|count \"NaN\", must be a finite number, 0 or more",
                "5 1:Infinity|count \"Infinity\"",
                "5 1:1e999|count \"1e999\"",
                "5 1:-1|count \"-1\"",
                "5 4:1|index 4, but only 3 terms have a name",
                "8 1:1|stars are 8",
                "# nothing|the line has no label"
            })
    void damagedVectorsAreRefused(String line, String message) {
        assertRefused(() -> read(libSvm(List.of("a", "b", "c")), "1 1:1\n" + line), "reviews.txt, line 2: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "good:1|the line does not end with #label#:positive",
                "#label#:positive|a label without text",
                "good:1 #label#:positive bad:1|the line goes on behind its label",
                "good #label#:positive|\"good\" is not feature:count",
                ":1 #label#:positive|\":1\" is not feature:count",
                "good:nan #label#:positive|count \"nan\"",
                "good:1 #label#:fair|stars are \"fair\""
            })
    void damagedFeaturesAreRefused(String line, String message) {
        assertRefused(() -> read(blitzer(), "ok:1 #label#:positive\n" + line), "reviews.txt, line 2: " + message);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] content = "1\tfine\n2\tcaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(
                () -> ReviewFiles.readAll(lines(content), tsv()),
                "reviews.txt, line 2: byte 6 of the line is not UTF-8");
    }

    @Test
    void linesOfMoreThanAMillionBytesAreRefused() {
        String longest = "5\t" + "a".repeat(Lines.LONGEST_LINE - 2);

        assertThat(read(tsv(), longest + "\n" + longest)).hasSize(2);
        assertRefused(
                () -> read(tsv(), "5\tgood\n" + longest + "a"), "reviews.txt, line 2: the line is longer than 1048576");
    }

    @Test
    void gzippedFilesAreReadAndBrokenOnesRefused() throws IOException {
        byte[] plain = "1\tfine\n5\tgood".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(plain);
        }
        Lines whole = lines(packed.toByteArray());

        assertThat(ReviewFiles.readAll(whole, tsv())).hasSize(2);
        assertThat(whole.sha256()).isEqualTo(Checksums.sha256(plain));
        byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 9);
        assertRefused(() -> ReviewFiles.readAll(lines(cut), tsv()), "the gzip stream");
    }

    private TsvFormat tsv() {
        return new TsvFormat(new TsvFormat.Columns(1, 2, 0, Set.of(), false), FIVE_STARS, analysis);
    }

    private JsonLinesFormat json() {
        return new JsonLinesFormat("stars", "text", FIVE_STARS, analysis);
    }

    private LibSvmFormat libSvm(List<String> names) {
        return new LibSvmFormat(FIVE_STARS, terms, names);
    }

    private BlitzerFormat blitzer() {
        return new BlitzerFormat(FIVE_STARS, terms);
    }

    private static List<Review> read(ReviewFormat format, String content) {
        return ReviewFiles.readAll(lines(content), format);
    }

    private static Lines lines(String content) {
        return lines(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Lines lines(byte[] content) {
        return Lines.of(Path.of("reviews.txt"), new ByteArrayInputStream(content));
    }

    private static void assertRefused(ThrowingCallable reading, String message) {
        assertThatThrownBy(reading)
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("reviews.txt, line ")
                .hasMessageContaining(message);
    }

    /** The terms of a review and their counts, in alphabetical order. */
    private String words(Review review) {
        TreeMap<String, Integer> words = new TreeMap<>();
        int[] numbers = review.document().terms();
        IntStream.range(0, numbers.length)
                .forEach(i -> words.put(
                        terms.name(numbers[i]), (int) review.document().counts()[i]));
        return String.join(
                " ",
                words.entrySet().stream()
                        .map(word -> word.getKey() + "=" + word.getValue())
                        .toList());
    }
}
