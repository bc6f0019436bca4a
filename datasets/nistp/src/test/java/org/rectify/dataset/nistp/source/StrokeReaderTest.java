package org.rectify.dataset.nistp.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.api.error.DataException;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.nistp.image.Canvas;

class StrokeReaderTest {

    private static final Path NAME = Path.of("strokes.jsonl");
    private static final String GOOD =
            "{\"c\": \"aga\", \"f\": \"a.dat\", \"w\": \"eve\", \"l\": \"L\", \"s\": [[[0, 9.5], [0, 0]], [[1, 0], [5, 0]]]}\n";

    @Test
    void readsPointsWithYGrowingDownward() {
        List<PenStrokes> read = read(GOOD);

        assertThat(read).hasSize(1);
        assertThat(read.get(0).writer()).isEqualTo("aga/eve");
        assertThat(read.get(0).characterClass()).isEqualTo(CharacterClasses.of('L'));
        assertThat(read.get(0).points()).containsExactly(0, -9.5f, 0, 0, 1, 0, 5, 0);
        assertThat(read.get(0).ends()).containsExactly(2, 4);
    }

    @Test
    void cursiveContributorsAreLeftOut() {
        String cursive = GOOD.replace("aga", "lav") + GOOD.replace("aga", "mot") + GOOD.replace("aga", "sie");

        assertThat(read(cursive + GOOD)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "L"      | "LL"       | line 2: label 'LL', must be one of 0-9, A-Z, a-z
                    "L"      | "?"        | line 2: label '?', must be one of 0-9, A-Z, a-z
                    "L"      | 7          | line 2: found VALUE NUMBER INT where a text for the field l was expected
                    [0, 9.5] | [0]        | line 2: found ']' where a coordinate was expected
                    [0, 9.5] | [0, 1, 2]  | line 2: found VALUE NUMBER INT where the end ] of a point [x, y] was expected
                    [0, 9.5] | [0, 1e9]   | line 2: coordinate 1.0E9, must lie within 1000000.0 of 0
                    [0, 9.5] | [0, NaN]   | line 2: Non-standard token 'NaN'
                    [0, 9.5] | [0, "1"]   | line 2: found VALUE STRING where a coordinate was expected
                    "eve"    | ""         | line 2: a character needs the fields c, w, l and s, none of them empty
                    "s"      | "z"        | line 2: a character needs the fields c, w, l and s, none of them empty
                    {        | [          | line 2: found '[' where an object {...} for a character was expected
                    [5, 0]]] | [5, 0]]    | line 2: Unexpected close marker '}'
                    """, quoteCharacter = '^')
    void damageIsRefusedWithItsLine(String good, String bad, String message) {
        String text = GOOD + GOOD.replace(good, bad) + GOOD;

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(text))
                .withMessageStartingWith("strokes.jsonl, " + message);
    }

    @Test
    void aTruncatedFileIsRefused() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(GOOD + GOOD.substring(0, 60)))
                .withMessageStartingWith("strokes.jsonl, line 2: ");
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] bytes = GOOD.replace("eve", "e#e").getBytes(UTF_8);
        bytes[GOOD.indexOf("eve") + 1] = (byte) 0xFF;

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> StrokeReader.read(NAME, new ByteArrayInputStream(bytes)))
                .withMessageStartingWith("strokes.jsonl, line 1: ");
    }

    @Test
    void damagedFilesNeverBreakTheReader() {
        checkDamagedFiles(5_000);
    }

    @Test
    @Tag("slow")
    void aHundredThousandDamagedFilesNeverBreakTheReader() {
        checkDamagedFiles(100_000);
    }

    /** A damaged file is refused with a message that names a line, or is a well-formed one; nothing else is thrown. */
    private static void checkDamagedFiles(int files) {
        byte[] whole = (GOOD + GOOD + GOOD).getBytes(UTF_8);
        SplittableRandom random = new SplittableRandom(1);
        int refused = 0;
        for (int i = 0; i < files; i++) {
            try {
                for (PenStrokes each :
                        StrokeReader.read(NAME, new ByteArrayInputStream(Damage.applied(whole, random)))) {
                    assertThat(each.characterClass()).isBetween(0, 61);
                    assertThat(each.ends()).isSorted().isNotEmpty();
                }
            } catch (DataException e) {
                assertThat(e.getMessage()).startsWith("strokes.jsonl, line ");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(files / 2);
    }

    @Test
    void noWriterIsInTwoSplitsAndEachHasAll() {
        List<PenStrokes> strokes = read(Documents.strokes(23));
        SplitSources splits = StrokeSource.splits(NAME, strokes);

        for (CharacterSource each : List.of(splits.train(), splits.validation(), splits.test())) {
            assertThat(each.classes()).hasSize(62);
        }
        assertThat(writersOf(splits.train())).hasSize(19);
        assertThat(writersOf(splits.validation())).hasSize(2);
        assertThat(writersOf(splits.test())).hasSize(2);
        Set<String> all = new HashSet<>(writersOf(splits.train()));
        all.addAll(writersOf(splits.validation()));
        all.addAll(writersOf(splits.test()));
        assertThat(all).hasSize(23);
    }

    private static Set<String> writersOf(CharacterSource source) {
        return ((StrokeSource) source).writers();
    }

    @Test
    void fewerThanTenWritersAreRefused() {
        List<PenStrokes> strokes = read(Documents.strokes(9));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> StrokeSource.splits(NAME, strokes))
                .withMessage(
                        "strokes.jsonl: 9 writers; 10 are needed to keep those of training, validation and test apart");
    }

    @Test
    void thePenDrawsDarkOnLightTheRightWayUp() {
        CharacterSource source =
                StrokeSource.splits(NAME, read(Documents.strokes(10))).train();
        float[] pixels = new float[Canvas.PIXELS];
        float[] columns = new float[2];
        float[] rows = new float[2];

        source.draw(CharacterClasses.of('L'), new RandomStreams(1).stream("draw"), pixels);

        for (int i = 0; i < Canvas.PIXELS; i++) {
            assertThat(pixels[i]).isBetween(0f, 1f);
            columns[i % 32 / 16] += pixels[i];
            rows[i / 32 / 16] += pixels[i];
        }
        assertThat(columns[0]).isGreaterThan(2 * columns[1]);
        assertThat(rows[1]).isGreaterThan(1.3f * rows[0]);
        assertThat(Canvas.maximum(pixels)).isCloseTo(1, within(1e-6f));
        assertThat(pixels[0]).isZero();
    }

    private static List<PenStrokes> read(String text) {
        return StrokeReader.read(NAME, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
