package org.rectify.dataset.nistp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.DataException;
import org.rectify.api.facts.DataFacts;
import org.rectify.dataset.nistp.distortion.FurtherDistortion;
import org.rectify.testkit.TestContext;

class NistpTest {

    @TempDir
    private Path data;

    @Test
    void worksWithoutAnyFile() {
        Dataset nistp = nistp(data, options(500, 0.7, DistortionSet.NISTP));

        assertThat(nistp.info().shape()).containsExactly(1, 32, 32);
        assertThat(nistp.info().range()).isEqualTo(OutputRange.UNIT_INTERVAL);
        assertThat(nistp.info().classes()).hasSize(62).startsWith("0", "1").endsWith("y", "z");
        assertThat(nistp.info().source()).contains("100.0 % glyphs, shared by all splits: 10 bundled fonts");
        assertThat(nistp.info().checksums()).hasSize(11).containsKey("bundled font Lato.ttf");
        assertThat(List.of(
                        nistp.train().size(),
                        nistp.validation().size(),
                        nistp.test().size()))
                .containsExactly(500, 70, 50);
    }

    @Test
    void theDescriptionIsExactThoughNoExampleIsGenerated() {
        NistpOptions few = options(500, 0.7, DistortionSet.NISTP);
        NistpOptions many = options(1_000_000, 0.7, DistortionSet.NISTP);

        assertThat(describe(few)).isEqualTo(nistp(data, few).facts());
        assertThat(describe(many).train()).isEqualTo(1_000_000);
    }

    @Test
    void examplesLieInTheUnitIntervalInStepsOfItsTwoHundredFiftyFifth() {
        Dataset nistp = nistp(data, options(300, 1, DistortionSet.P07));

        for (int i = 0; i < 300; i++) {
            for (float pixel : row(nistp.train(), i)) {
                assertThat(pixel).isBetween(0f, 1f);
                assertThat(pixel * 255.0).isCloseTo(Math.rint(pixel * 255.0), within(1e-4));
            }
        }
    }

    @Test
    void exampleIIsTheSameInAStreamAsInMemoryAndFromAnyPlace() {
        Dataset kept = nistp(data, options(300, 0.7, DistortionSet.P07));
        Dataset streamed = nistp(data, options(81_920_000, 0.7, DistortionSet.P07));

        for (int i = 299; i >= 0; i -= 7) {
            assertThat(row(streamed.train(), i)).containsExactly(row(kept.train(), i));
            assertThat(streamed.train().label(i)).isEqualTo(kept.train().label(i));
        }
        assertThat(row(streamed.train(), 81_919_999)).containsExactly(row(streamed.train(), 81_919_999));
        assertThat(streamed.train().size()).isEqualTo(81_920_000);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> row(streamed.train(), 81_920_000));
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool four = new ForkJoinPool(4);
        try {
            Split single = one.submit(() -> nistp(data, options(1_000, 0.7, DistortionSet.NISTP))
                            .train())
                    .get();
            Split several = four.submit(() -> nistp(data, options(1_000, 0.7, DistortionSet.NISTP))
                            .train())
                    .get();
            for (int i = 0; i < 1_000; i++) {
                assertThat(row(single, i)).containsExactly(row(several, i));
            }
        } finally {
            one.shutdown();
            four.shutdown();
        }
    }

    @Test
    void theSeedDecidesTheExamples() {
        NistpOptions options = options(50, 0.7, DistortionSet.NISTP);
        TestContext context = TestContext.in(data);
        Dataset one = new NistpFactory().create(options, context.withSeed(5));
        Dataset same = new NistpFactory().create(options, context.withSeed(5));
        Dataset other = new NistpFactory().create(options, context.withSeed(6));
        int alike = 0;
        for (int i = 0; i < 50; i++) {
            assertThat(row(same.train(), i)).containsExactly(row(one.train(), i));
            alike += Arrays.equals(row(other.train(), i), row(one.train(), i)) ? 1 : 0;
        }

        assertThat(alike).isZero();
        assertThat(row(one.validation(), 0)).isNotEqualTo(row(one.train(), 0));
    }

    @Test
    void noExampleIsInTwoSplits() {
        Dataset nistp = nistp(data, options(1_000, 0.7, DistortionSet.NISTP));
        Set<Integer> all = new HashSet<>();
        int sum = 0;
        for (Split split : List.of(nistp.train(), nistp.validation(), nistp.test())) {
            Set<Integer> hashes = new HashSet<>();
            for (int i = 0; i < split.size(); i++) {
                hashes.add(Arrays.hashCode(row(split, i)));
            }
            sum += hashes.size();
            all.addAll(hashes);
        }

        assertThat(all).hasSize(sum);
    }

    @Test
    void complexityNoughtGivesUndistortedCharacters() {
        Dataset still = nistp(data, options(400, 0, DistortionSet.P07));
        Set<Integer> pictures = new HashSet<>();
        for (int i = 0; i < 400; i++) {
            pictures.add(Arrays.hashCode(row(still.train(), i)));
        }

        assertThat(pictures).hasSizeLessThan(400);
    }

    @Test
    void classesAreEquallyOften() {
        Dataset nistp = nistp(data, options(6_200, 0.7, DistortionSet.NISTP));
        int[] counts = new int[62];
        for (int i = 0; i < 6_200; i++) {
            counts[nistp.train().label(i)]++;
        }

        double chiSquared = 0;
        for (int count : counts) {
            chiSquared += (count - 100.0) * (count - 100.0) / 100;
        }
        assertThat(chiSquared).isLessThan(61 + 4 * Math.sqrt(2 * 61));
    }

    @Test
    void unipenIsUsedWhereItLies() throws IOException {
        Path file = Files.createDirectories(data.resolve("unipen")).resolve("strokes.jsonl");
        StringBuilder strokes = new StringBuilder();
        for (int writer = 0; writer < 10; writer++) {
            strokes.append("{\"c\": \"a\", \"w\": \"" + writer + "\", \"l\": \"q\", \"s\": [[[0, 0], [9, 9]]]}\n");
        }
        Files.writeString(file, strokes);
        TestContext context = TestContext.in(data).withDataDirectory(data);

        Dataset nistp = new NistpFactory().create(options(50, 0.7, DistortionSet.NISTP), context);

        assertThat(nistp.info().source()).contains("83.3 % pen strokes " + file + ": 10 characters of 10 writers");
        assertThat(nistp.info().checksums()).containsKey(file.toString());

        Files.writeString(file, strokes + "{\"c\": \"a\", ");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> new NistpFactory().create(options(50, 0.7, DistortionSet.NISTP), context))
                .withMessageStartingWith(file + ", line 1");
    }

    @Test
    void aSourceWithoutAWeightIsLeftOutAndTheLastOneIsNot() {
        NistpOptions noFonts = new NistpOptions(
                10, 10, 10, 0.7, DistortionSet.NISTP, List.of(), 1, 0, 1, Optional.empty(), false, 5_000);
        TestContext context = TestContext.in(data);

        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> new NistpFactory().create(noFonts, context))
                .withMessage("fonts-weight = 0.0: must be above 0 where no other source with a weight is there");
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(() -> new NistpOptions(
                        10, 10, 10, 0.7, DistortionSet.NISTP, List.of(), 0, 0, 0, Optional.empty(), false, 5_000))
                .withMessageStartingWith("fonts-weight = 0.0");
    }

    @Test
    void furtherDistortionsAreNamedInTheSource() {
        NistpOptions options = new NistpOptions(
                10,
                10,
                10,
                0.7,
                DistortionSet.NISTP,
                List.of(FurtherDistortion.OCCLUSION, FurtherDistortion.MOTION_BLUR),
                0.5,
                0.1,
                0.4,
                Optional.empty(),
                false,
                5_000);

        assertThat(nistp(data, options).info().source()).contains("pinch, motion-blur, occlusion;");
    }

    @Test
    void theRealStrokesGiveAllClassesInEverySplit() {
        String directory = System.getenv().getOrDefault("RECTIFY_DATA", "");
        assumeTrue(
                Files.isRegularFile(Path.of(directory, "unipen", "strokes.jsonl")),
                "skipped: needs unipen/strokes.jsonl in the folder that RECTIFY_DATA names");

        Dataset nistp = nistp(Path.of(directory), options(2_000, 0.7, DistortionSet.NISTP));

        assertThat(nistp.info().source()).contains("95582 characters of 234 writers");
        assertThat(labels(nistp.train())).hasSize(62);
    }

    @Test
    @Tag("slow")
    void oneThreadGeneratesTenThousandExamplesASecond() {
        Split stream =
                nistp(data, options(81_920_000, 0.7, DistortionSet.NISTP)).train();
        double fastest = 0;
        for (int window = 0; window < 20; window++) {
            long start = System.nanoTime();
            for (int i = 0; i < 5_000; i++) {
                row(stream, window * 5_000 + i);
            }
            fastest = Math.max(fastest, 5_000 / ((System.nanoTime() - start) / 1e9));
        }

        assertThat(fastest).isGreaterThan(10_000);
    }

    private static Set<Integer> labels(Split split) {
        Set<Integer> labels = new HashSet<>();
        for (int i = 0; i < split.size(); i++) {
            labels.add(split.label(i));
        }
        return labels;
    }

    private DataFacts describe(NistpOptions options) {
        return new NistpFactory().describe(options, TestContext.in(data).withDataDirectory(data));
    }

    private static Dataset nistp(Path data, NistpOptions options) {
        return new NistpFactory().create(options, TestContext.in(data).withDataDirectory(data));
    }

    private static NistpOptions options(int trainSize, double complexity, DistortionSet distortions) {
        return new NistpOptions(
                trainSize, 70, 50, complexity, distortions, List.of(), 0.5, 0.1, 0.4, Optional.empty(), false, 5_000);
    }

    private static float[] row(Split split, int row) {
        float[] pixels = new float[1024];
        ((DenseFeatures) split.features()).copyRow(row, pixels, 0);
        return pixels;
    }
}
