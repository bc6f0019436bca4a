package org.rectify.plugin.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

class RectifiedMachineTest {

    private static final int VISIBLE = 5;
    private static final int HIDDEN = 4;
    private static final int EXAMPLES = 3;
    private static final RandomStreams RANDOM = new RandomStreams(91);

    @ParameterizedTest
    @EnumSource(Visible.class)
    void aStepIsThatOfLoopsInDouble(Visible kind) {
        INDArray weights = numbers("weights", VISIBLE, HIDDEN);
        INDArray hiddenBiases = numbers("biases", 1, HIDDEN);
        RectifiedMachine machine = new RectifiedMachine(kind, weights, hiddenBiases);
        double[][] w = rows(weights);
        double[][] b = rows(hiddenBiases);
        double[][] a = new double[1][VISIBLE];
        double[][] v = rows(numbers("inputs", EXAMPLES, VISIBLE));
        GibbsStates data = loaded(machine, v);
        RectifiedMachine.Noise noise = new RectifiedMachine.Noise(RANDOM.stream("hidden"), RANDOM.stream("visible"));
        RandomStream hiddenNoise = RANDOM.stream("hidden");
        RandomStream visibleNoise = RANDOM.stream("visible");

        for (int step = 0; step < 3; step++) {
            machine.learn(data, machine.states(EXAMPLES), 0.2, 0.1, noise);
            learn(kind, w, b[0], a[0], v, hiddenNoise, visibleNoise);
        }

        assertClose(machine.weights(), w);
        assertClose(machine.hiddenBiases(), b);
        assertClose(machine.visibleBiases(), a);
    }

    @Test
    void theErrorIsThatOfTheReconstructionWithoutNoise() {
        INDArray weights = Nd4j.createFromArray(new float[][] {{1, -1}, {2, 0.5f}});
        RectifiedMachine machine =
                new RectifiedMachine(Visible.GAUSSIAN, weights, Nd4j.createFromArray(new float[][] {{0.5f, -3}}));

        double error = machine.error(loaded(machine, new double[][] {{1, 2}}), machine.states(1));

        // x = (5.5, -3), h = (5.5, 0), reconstruction (5.5, 11).
        assertThat(error).isEqualTo(4.5 * 4.5 + 9 * 9);
    }

    @Test
    void binaryVisiblesAreRebuiltAsProbabilities() {
        INDArray weights = Nd4j.createFromArray(new float[][] {{2}});
        RectifiedMachine machine = new RectifiedMachine(Visible.BINARY, weights, Nd4j.zeros(1, 1));

        double error = machine.error(loaded(machine, new double[][] {{1}}), machine.states(1));

        assertThat(error).isCloseTo(Math.pow(1 - 1 / (1 + Math.exp(-4)), 2), within(1e-8));
    }

    /** f(c x) = c f(x) for every c above 0, so that the cosine of two images' features does not depend on intensity. */
    @ParameterizedTest
    @EnumSource(Visible.class)
    void withoutBiasesAndNoiseHiddenUnitsAreEquivariantToIntensity(Visible kind) {
        RectifiedMachine machine =
                new RectifiedMachine(kind, numbers("weights", VISIBLE, HIDDEN), Nd4j.zeros(1, HIDDEN));
        double[][] images = rows(numbers("inputs", 2, VISIBLE));
        double[] intensities = {3.7, 0.21};
        double[][] lit = new double[2][];
        for (int image = 0; image < 2; image++) {
            double intensity = intensities[image];
            lit[image] =
                    Arrays.stream(images[image]).map(pixel -> intensity * pixel).toArray();
        }

        double[][] features = features(machine, images);
        double[][] litFeatures = features(machine, lit);

        assertThat(features[0]).contains(0).isNotEqualTo(new double[HIDDEN]);
        for (int image = 0; image < 2; image++) {
            for (int unit = 0; unit < HIDDEN; unit++) {
                assertThat(litFeatures[image][unit])
                        .isCloseTo(intensities[image] * features[image][unit], within(1e-5));
            }
        }
        assertThat(cosine(litFeatures)).isCloseTo(cosine(features), within(1e-5));
    }

    @Test
    void sparseInputsAreTheSameAsDenseOnes() {
        RectifiedMachine machine = new RectifiedMachine(
                Visible.GAUSSIAN, numbers("weights", VISIBLE, HIDDEN), numbers("biases", 1, HIDDEN));
        CompressedRows sparse =
                new CompressedRows(VISIBLE, new int[] {0, 2, 2, 3}, new int[] {1, 4, 0}, new float[] {0.5f, -2, 1});
        GibbsStates fromSparse = machine.states(3);
        fromSparse.load(new FloatFeatures(new float[] {9, 9, 9, 9, 9}, VISIBLE), new int[3], 0);
        fromSparse.load(sparse, new int[] {2, 0, 1}, 0);

        assertThat(rows(fromSparse.visible()))
                .isDeepEqualTo(new double[][] {{1, 0, 0, 0, 0}, {0, 0.5, 0, 0, -2}, {0, 0, 0, 0, 0}});
    }

    @Test
    void theParametersItBeginsWithAreCopied() {
        INDArray weights = numbers("weights", VISIBLE, HIDDEN);
        INDArray before = weights.dup();
        RectifiedMachine machine = new RectifiedMachine(Visible.GAUSSIAN, weights, Nd4j.zeros(1, HIDDEN));

        machine.learn(
                loaded(machine, rows(numbers("inputs", EXAMPLES, VISIBLE))),
                machine.states(EXAMPLES),
                0.1,
                0,
                new RectifiedMachine.Noise(RANDOM.stream("hidden"), RANDOM.stream("visible")));

        assertThat(weights).isEqualTo(before);
        assertThat(machine.weights()).isNotEqualTo(before);
    }

    /** One step of contrastive divergence, on noise drawn example after example. */
    private static void learn(
            Visible kind,
            double[][] w,
            double[] b,
            double[] a,
            double[][] v,
            RandomStream hiddenNoise,
            RandomStream visibleNoise) {
        double[][] h = hidden(w, b, v, hiddenNoise);
        double[][] rebuilt = visible(kind, w, a, h, visibleNoise);
        double[][] again = hidden(w, b, rebuilt, hiddenNoise);
        double step = 0.2 / v.length;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                w[i][j] *= 1 - 0.2 * 0.1;
                for (int n = 0; n < v.length; n++) {
                    w[i][j] += step * (v[n][i] * h[n][j] - rebuilt[n][i] * again[n][j]);
                }
            }
        }
        for (int n = 0; n < v.length; n++) {
            for (int i = 0; i < a.length; i++) {
                a[i] += step * (v[n][i] - rebuilt[n][i]);
            }
            for (int j = 0; j < b.length; j++) {
                b[j] += step * (h[n][j] - again[n][j]);
            }
        }
    }

    private static double[][] hidden(double[][] w, double[] b, double[][] v, RandomStream noise) {
        double[][] h = new double[v.length][b.length];
        for (int n = 0; n < v.length; n++) {
            for (int j = 0; j < b.length; j++) {
                double x = b[j];
                for (int i = 0; i < v[n].length; i++) {
                    x += v[n][i] * w[i][j];
                }
                h[n][j] = Math.max(0, x + Math.sqrt(sigmoid(x)) * noise.nextGaussian());
            }
        }
        return h;
    }

    private static double[][] visible(Visible kind, double[][] w, double[] a, double[][] h, RandomStream noise) {
        double[][] v = new double[h.length][a.length];
        for (int n = 0; n < h.length; n++) {
            for (int i = 0; i < a.length; i++) {
                double z = a[i];
                for (int j = 0; j < h[n].length; j++) {
                    z += h[n][j] * w[i][j];
                }
                v[n][i] = kind == Visible.GAUSSIAN ? z : noise.nextFloat() < sigmoid(z) ? 1 : 0;
            }
        }
        return v;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double[][] features(RectifiedMachine machine, double[][] images) {
        GibbsStates data = loaded(machine, images);
        machine.error(data, machine.states(images.length));
        return rows(data.hidden());
    }

    private static double cosine(double[][] pair) {
        return dot(pair[0], pair[1]) / Math.sqrt(dot(pair[0], pair[0]) * dot(pair[1], pair[1]));
    }

    private static double dot(double[] left, double[] right) {
        return IntStream.range(0, left.length)
                .mapToDouble(i -> left[i] * right[i])
                .sum();
    }

    private static GibbsStates loaded(RectifiedMachine machine, double[][] inputs) {
        GibbsStates states = machine.states(inputs.length);
        float[] values = new float[inputs.length * inputs[0].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) inputs[i / inputs[0].length][i % inputs[0].length];
        }
        states.load(
                new FloatFeatures(values, inputs[0].length),
                IntStream.range(0, inputs.length).toArray(),
                0);
        return states;
    }

    private static INDArray numbers(String name, int rows, int columns) {
        RandomStream random = RANDOM.stream(name);
        float[] numbers = new float[rows * columns];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian() / 2;
        }
        return Nd4j.createFromArray(numbers).reshape('c', rows, columns);
    }

    private static double[][] rows(INDArray array) {
        double[] values = Matrices.toDoubles(array);
        double[][] rows = new double[array.rows()][array.columns()];
        for (int i = 0; i < values.length; i++) {
            rows[i / array.columns()][i % array.columns()] = values[i];
        }
        return rows;
    }

    private static void assertClose(INDArray found, double[][] expected) {
        double[][] rows = rows(found);
        for (int i = 0; i < expected.length; i++) {
            assertThat(rows[i]).containsExactly(expected[i], within(1e-4));
        }
    }
}
