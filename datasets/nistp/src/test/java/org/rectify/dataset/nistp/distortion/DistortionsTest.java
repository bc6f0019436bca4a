package org.rectify.dataset.nistp.distortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.nistp.image.Canvas;

class DistortionsTest {

    private static final RandomStreams STREAMS = new RandomStreams(7);
    private static final OtherCharacters RINGS =
            (random, pixels) -> System.arraycopy(Pictures.character().pixels(), 0, pixels, 0, Canvas.PIXELS);

    static Stream<Arguments> nistp() {
        return Stream.of(
                Arguments.of("slant", new Slant()),
                Arguments.of("thickness", new Thickness()),
                Arguments.of("affine", new Affine()),
                Arguments.of("local elastic", new LocalElastic(1, STREAMS)),
                Arguments.of("pinch", new Pinch()));
    }

    static Stream<Arguments> stillAtNought() {
        return Stream.concat(
                nistp(),
                Stream.of(
                        Arguments.of("motion blur", new MotionBlur()),
                        Arguments.of("pixel permutation", new PixelPermutation()),
                        Arguments.of("Gaussian noise", new GaussianNoise()),
                        Arguments.of("background", new Background(STREAMS)),
                        Arguments.of("salt and pepper", new PepperedPixels())));
    }

    static Stream<Arguments> all() {
        return Stream.concat(
                stillAtNought(),
                Stream.of(
                        Arguments.of("scratches", new Scratches(RINGS)),
                        Arguments.of("occlusion", new Occlusion(RINGS)),
                        Arguments.of("smoothing", new Smoothing()),
                        Arguments.of("contrast", new Contrast())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stillAtNought")
    void changesNothingAtComplexityNought(String name, Distortion distortion) {
        for (int i = 0; i < 50; i++) {
            Canvas canvas = Pictures.character();

            distortion.apply(canvas, 0, STREAMS.stream("nought", i));

            assertThat(canvas.pixels()).isEqualTo(Pictures.character().pixels());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nistp")
    void changesMoreTheHigherTheComplexity(String name, Distortion distortion) {
        List<Double> changes = new ArrayList<>();
        for (double complexity : new double[] {0.05, 0.35, 0.7}) {
            double sum = 0;
            for (int i = 0; i < 600; i++) {
                Canvas canvas = Pictures.character();
                float[] before = canvas.pixels().clone();
                distortion.apply(canvas, complexity, STREAMS.stream("growth", i));
                sum += Pictures.meanChange(before, canvas.pixels());
            }
            changes.add(sum);
        }

        assertThat(changes).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void staysWithinNoughtAndOneAndRepeatsItself(String name, Distortion distortion) {
        for (int i = 0; i < 100; i++) {
            Canvas one = Pictures.noise(i);
            Canvas other = Pictures.noise(i);

            distortion.apply(one, i / 99.0, STREAMS.stream("range", i));
            distortion.apply(other, i / 99.0, STREAMS.stream("range", i));

            assertThat(one.pixels()).containsExactly(other.pixels());
            for (float pixel : one.pixels()) {
                assertThat(pixel).isBetween(0f, 1.000001f);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void changesSomethingAtHighComplexity(String name, Distortion distortion) {
        int changed = 0;
        for (int i = 0; i < 50; i++) {
            Canvas canvas = Pictures.character();
            distortion.apply(canvas, 0.9, STREAMS.stream("change", i));
            changed += Pictures.meanChange(Pictures.character().pixels(), canvas.pixels()) > 0 ? 1 : 0;
        }

        assertThat(changed).isGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource
    void firesAsOftenAsItShould(FurtherDistortion further) {
        int[] fired = {0};
        Pipeline pipeline = new Pipeline(
                0.7, List.of(new Pipeline.Step((canvas, complexity, random) -> fired[0]++, further.probability())));
        int examples = 20_000;
        for (int i = 0; i < examples; i++) {
            pipeline.apply(new Canvas(), STREAMS.stream("fires", i));
        }

        double p = expected(further);
        assertThat(fired[0]).isCloseTo((int) (examples * p), within((int) (3 * Math.sqrt(examples * p * (1 - p)))));
    }

    private static double expected(FurtherDistortion further) {
        return switch (further) {
            case SCRATCHES -> 0.15;
            case OCCLUSION -> 0.4;
            case PIXEL_PERMUTATION -> 0.2;
            case GAUSSIAN_NOISE -> 0.3;
            case SALT_AND_PEPPER, SMOOTHING -> 0.25;
            case MOTION_BLUR, BACKGROUND, CONTRAST -> 1;
        };
    }

    @Test
    void halfOfTheExamplesAreTurnedToWhiteInk() {
        int turned = 0;
        for (int i = 0; i < 10_000; i++) {
            Canvas canvas = Pictures.character();
            new Contrast().apply(canvas, 0, STREAMS.stream("polarity", i));
            turned += canvas.pixels()[0] == 1 ? 1 : 0;
        }

        assertThat(turned).isCloseTo(5_000, within(150));
    }

    @Test
    void complexitiesAreUniformUpToTheHighest() {
        double[] sums = new double[2];
        Pipeline pipeline = new Pipeline(
                0.7,
                List.of(new Pipeline.Step(
                        (canvas, complexity, random) -> {
                            assertThat(complexity).isBetween(0.0, 0.7);
                            sums[0] += complexity;
                            sums[1] += complexity * complexity;
                        },
                        1)));
        for (int i = 0; i < 10_000; i++) {
            pipeline.apply(new Canvas(), STREAMS.stream("complexity", i));
        }

        assertThat(sums[0] / 10_000).isCloseTo(0.35, within(0.0061));
        assertThat(sums[1] / 10_000).isCloseTo(0.49 / 3, within(0.0045));
    }

    @Test
    void slantRollsEachRowAsAPlainLoopDoes() {
        for (double slant : new double[] {-0.7, -0.31, 0, 0.2, 0.55}) {
            Canvas canvas = Pictures.noise(1);
            float[] before = canvas.pixels().clone();

            Slant.slant(canvas, slant);

            for (int y = 0; y < 32; y++) {
                int shift = (int) (Math.round(y * Math.abs(slant)) - Math.round(Math.abs(slant) * 16));
                for (int x = 0; x < 32; x++) {
                    int from = Math.floorMod(slant < 0 ? x + shift : x - shift, 32);
                    assertThat(canvas.pixels()[y * 32 + x]).isEqualTo(before[y * 32 + from]);
                }
            }
        }
    }

    @Test
    void affineFetchesTheNearestPixelAsAPlainLoopDoes() {
        Canvas canvas = Pictures.noise(2);
        float[] before = canvas.pixels().clone();

        Affine.fetch(canvas, 1.1, -0.2, 2.3, 0.15, 0.9, -1.7);

        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                long column = Math.round(1.1 * x - 0.2 * y + 2.3);
                long row = Math.round(0.15 * x + 0.9 * y - 1.7);
                assertThat((double) canvas.pixels()[y * 32 + x])
                        .isEqualTo(Pictures.at(before, (int) column, (int) row));
            }
        }
    }

    @Test
    void pinchFetchesBilinearlyAsAPlainLoopDoes() {
        for (double p : new double[] {-0.6, -0.1, 0.3, 0.49}) {
            Canvas canvas = Pictures.noise(3);
            float[] before = canvas.pixels().clone();

            new Pinch().pinch(canvas, p);

            for (int y = 0; y < 32; y++) {
                for (int x = 0; x < 32; x++) {
                    double dx = x - 15.5;
                    double dy = y - 15.5;
                    double r = Math.hypot(dx, dy) / 16;
                    double factor = r < 1 ? Math.pow(Math.sin(Math.PI * r / 2), -p) : 1;
                    assertThat((double) canvas.pixels()[y * 32 + x])
                            .isCloseTo(bilinear(before, 15.5 + dx * factor, 15.5 + dy * factor), within(1e-5));
                }
            }
        }
    }

    private static double bilinear(float[] pixels, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double sum = 0;
        for (int column = left; column <= left + 1; column++) {
            for (int row = top; row <= top + 1; row++) {
                sum += (1 - Math.abs(x - column)) * (1 - Math.abs(y - row)) * Pictures.at(pixels, column, row);
            }
        }
        return sum;
    }

    @Test
    void aConstantFieldMovesTheImage() {
        Canvas canvas = Pictures.noise(4);
        float[] before = canvas.pixels().clone();
        float[] field = new float[2 * Canvas.PIXELS];
        Arrays.fill(field, 0, Canvas.PIXELS, 2);
        Arrays.fill(field, Canvas.PIXELS, field.length, -0.5f);

        LocalElastic.move(canvas, field);

        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                double expected = (Pictures.at(before, x + 2, y - 1) + Pictures.at(before, x + 2, y)) / 2;
                assertThat((double) canvas.pixels()[y * 32 + x]).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @Test
    void elasticFieldsAreNoiseUnderANormalizedGaussianWindow() {
        double complexity = 0.6;
        double root = Math.cbrt(complexity);
        double sigma = 10 - 7 * root;
        int side = (int) Math.round(1.5 * sigma);
        double[][] window = new double[side][side];
        double sum = 0;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double r = Math.hypot(x - (side - 1) / 2.0, y - (side - 1) / 2.0);
                window[y][x] = Math.exp(-Math.pow(r / sigma, 2));
                sum += window[y][x];
            }
        }
        RandomStream random = STREAMS.stream("field");
        int wide = 32 + side - 1;
        double[] noise = new double[wide * wide];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = 10 * root * (2 * random.nextDouble() - 1);
        }

        float[] field = LocalElastic.field(complexity, STREAMS.stream("field"));

        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                double expected = 0;
                for (int row = 0; row < side; row++) {
                    for (int column = 0; column < side; column++) {
                        expected += window[row][column] / sum * noise[(y + row) * wide + x + column];
                    }
                }
                assertThat((double) field[y * 32 + x]).isCloseTo(expected, within(1e-5));
            }
        }
    }

    @Test
    void morphologyTakesExtremesOfNeighboursAndKeepsTheMaximum() {
        StructuringElement plus = StructuringElement.ALL.get(3);
        Canvas canvas = Pictures.character();
        float[] before = canvas.pixels().clone();
        float[] eroded = new float[Canvas.PIXELS];
        double largest = 0;
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                double smallest = Pictures.at(before, x, y);
                for (int step = -1; step <= 1; step += 2) {
                    smallest = Math.min(smallest, Pictures.at(before, x + step, y));
                    smallest = Math.min(smallest, Pictures.at(before, x, y + step));
                }
                eroded[y * 32 + x] = (float) smallest;
                largest = Math.max(largest, smallest);
            }
        }

        Thickness.change(canvas, plus, true);

        for (int i = 0; i < Canvas.PIXELS; i++) {
            assertThat((double) canvas.pixels()[i]).isCloseTo(eroded[i] * 0.9f / largest, within(1e-6));
        }
    }

    @Test
    void dilationGrowsADotIntoTheElement() {
        for (StructuringElement element : StructuringElement.ALL) {
            Canvas canvas = new Canvas();
            canvas.pixels()[16 * 32 + 16] = 0.5f;

            Thickness.change(canvas, element, false);

            int inked = 0;
            for (int i = 0; i < element.size(); i++) {
                int place = (16 + element.row(i)) * 32 + 16 + element.column(i);
                assertThat(canvas.pixels()[place]).isEqualTo(0.5f);
            }
            for (float pixel : canvas.pixels()) {
                inked += pixel > 0 ? 1 : 0;
            }
            assertThat(inked).isEqualTo(element.size());
        }
    }

    @Test
    void anErosionThatWouldLeaveNothingLeavesEverything() {
        Canvas canvas = new Canvas();
        canvas.pixels()[100] = 0.5f;
        float[] before = canvas.pixels().clone();

        Thickness.change(canvas, StructuringElement.ALL.get(6), true);

        assertThat(canvas.pixels()).isEqualTo(before);
    }

    @Test
    void motionBlurIsTheMeanAlongItsDirection() {
        Canvas canvas = Pictures.noise(5);
        float[] before = canvas.pixels().clone();

        MotionBlur.blur(canvas, 3, 0);

        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 30; x++) {
                double mean =
                        (Pictures.at(before, x, y) + Pictures.at(before, x + 1, y) + Pictures.at(before, x + 2, y)) / 3;
                assertThat((double) canvas.pixels()[y * 32 + x]).isCloseTo(mean, within(1e-6));
            }
            assertThat(canvas.pixels()[y * 32 + 31]).isEqualTo(before[y * 32 + 31]);
        }
    }

    @Test
    void permutationKeepsTheValues() {
        Canvas canvas = Pictures.noise(6);
        float[] before = canvas.pixels().clone();

        new PixelPermutation().apply(canvas, 0.7, STREAMS.stream("permutation"));

        assertThat(canvas.pixels()).isNotEqualTo(before).containsExactlyInAnyOrder(before);
    }

    @Test
    void scratchesAreOneTwoOrThree() {
        assertThat(Stream.of(0.0, 0.49, 0.5, 0.79, 0.81, 0.99).map(Scratches::count))
                .containsExactly(1, 1, 2, 2, 3, 3);
    }
}
