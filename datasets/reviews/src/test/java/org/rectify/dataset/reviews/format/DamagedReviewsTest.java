package org.rectify.dataset.reviews.format;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.rectify.api.error.DataException;
import org.rectify.dataset.reviews.corpus.Review;
import org.rectify.dataset.reviews.corpus.Terms;
import org.rectify.dataset.reviews.corpus.TextAnalysis;

/** Whatever happens to a file, it is read, or refused with its name and line. */
class DamagedReviewsTest {

    private static final StarScale FIVE_STARS = new StarScale(1, 5, false);
    private static final Path NAME = Path.of("generated");

    private static final List<String> CONTENTS = List.of(
            "5\tVery good, \u00e7a va \uD83D\uDE00!\r\n1\tbad<br />food\n0\tso so\n",
            "{\"stars\": 4, \"text\": \"caf\u00e9 \\u00e9\", \"more\": [1, {\"a\": null}]}\n{\"text\": \"bad\"}\n",
            "5 1:1 20:2.0 300:1e0 # good\n1 2:1\n3 7:1\n",
            "1:1 20:2.0\n\n3:1\n",
            "good:2 very_good:1 #label#:positive\nbad:1 #label#:negative\nok:1 #label#:3\n");

    /** Characters that mean something to one of the formats. */
    private static final byte[] TELLING =
            "\t\n\r :#{}[]\",\\0159eE.+-NaInf<\u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void damagedFilesNeverBreakAReader() {
        checkDamagedFiles(5_000);
    }

    @Test
    @Tag("slow")
    void aHundredThousandDamagedFilesNeverBreakAReader() {
        checkDamagedFiles(100_000);
    }

    private static void checkDamagedFiles(int examples) {
        qt().withExamples(examples)
                .forAll(
                        integers().between(0, CONTENTS.size() - 1),
                        lists().of(damages()).ofSizeBetween(1, 4))
                .check((format, damages) -> {
                    byte[] content = CONTENTS.get(format).getBytes(StandardCharsets.UTF_8);
                    for (Damage damage : damages) {
                        content = damage.applied(content);
                    }
                    return isRefusedOrWellFormed(format, content);
                });
    }

    private static boolean isRefusedOrWellFormed(int format, byte[] content) {
        Terms terms = new Terms();
        try {
            return read(format, content, terms).stream().allMatch(review -> isWellFormed(review, terms));
        } catch (DataException e) {
            return e.getMessage().matches("(?s)generated, (line [0-9]+(, column .+)?|byte [0-9]+): .+");
        }
    }

    private static boolean isWellFormed(Review review, Terms terms) {
        int[] numbers = review.document().terms();
        boolean fits = review.document().counts().length == numbers.length;
        for (int i = 0; i < numbers.length; i++) {
            float count = review.document().counts()[i];
            fits &= numbers[i] < terms.size() && numbers[i] > (i == 0 ? -1 : numbers[i - 1]);
            fits &= count > 0 && Float.isFinite(count);
        }
        return fits && (review.label() == null || Double.isFinite(review.label().value()));
    }

    private static List<Review> read(int format, byte[] content, Terms terms) {
        TextAnalysis analysis = new TextAnalysis(terms);
        LibSvmFormat vectors = new LibSvmFormat(FIVE_STARS, terms, List.of());
        Lines lines = Lines.of(NAME, new ByteArrayInputStream(content));
        return switch (format) {
            case 0 ->
                ReviewFiles.readAll(
                        lines, new TsvFormat(new TsvFormat.Columns(1, 2, 0, Set.of(), false), FIVE_STARS, analysis));
            case 1 -> ReviewFiles.readAll(lines, new JsonLinesFormat("stars", "text", FIVE_STARS, analysis));
            case 2 -> ReviewFiles.readAll(lines, vectors);
            case 3 ->
                ReviewFiles.readPairs(
                        lines,
                        Lines.of(NAME, new ByteArrayInputStream("1\n0\n5\n".getBytes(StandardCharsets.UTF_8))),
                        vectors,
                        FIVE_STARS);
            default -> ReviewFiles.readAll(lines, new BlitzerFormat(FIVE_STARS, terms));
        };
    }

    private static Gen<Damage> damages() {
        return integers()
                .between(0, 5)
                .zip(integers().between(0, Integer.MAX_VALUE), integers().between(0, 255), Damage::new);
    }

    /** One way to spoil a file. */
    private record Damage(int kind, int place, int value) {

        byte[] applied(byte[] content) {
            if (content.length == 0) {
                return new byte[] {(byte) value};
            }
            int at = place % content.length;
            byte telling = TELLING[value % TELLING.length];
            return switch (kind) {
                case 0 -> replaced(content, at, (byte) value);
                case 1 -> replaced(content, at, telling);
                case 2 -> inserted(content, at, telling);
                case 3 -> Arrays.copyOf(content, at);
                case 4 -> removed(content, at);
                default -> replaced(content, at, (byte) (content[at] ^ 1 << value % 8));
            };
        }

        private static byte[] replaced(byte[] content, int at, byte value) {
            byte[] spoiled = content.clone();
            spoiled[at] = value;
            return spoiled;
        }

        private static byte[] inserted(byte[] content, int at, byte value) {
            byte[] spoiled = Arrays.copyOf(content, content.length + 1);
            System.arraycopy(content, at, spoiled, at + 1, content.length - at);
            spoiled[at] = value;
            return spoiled;
        }

        private static byte[] removed(byte[] content, int at) {
            byte[] spoiled = Arrays.copyOf(content, content.length - 1);
            System.arraycopy(content, at + 1, spoiled, at, spoiled.length - at);
            return spoiled;
        }
    }
}
