package org.rectify.plugin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.initializer.DataDependentInitializer;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.testkit.Components;
import org.rectify.testkit.TestContext;

class LayerSequentialUnitVarianceTest {

    private static final INDArray INPUTS = inputs(200, 40);

    private final DataDependentInitializer lsuv =
            (DataDependentInitializer) Components.<Initializer>make(new TrainingPlugin().initializers(), "lsuv");

    @Test
    void preActivationsHaveVarianceOne() {
        for (int units : new int[] {1, 10, 40, 100}) {
            INDArray z = INPUTS.mmul(filled(INPUTS, units));
            double mean = z.meanNumber().doubleValue();
            double variance = z.mul(z).meanNumber().doubleValue() - mean * mean;
            assertThat(variance).as("variance of %d units", units).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void weightsRemainMultiplesOfTheOrthonormalOnes() {
        double[] orthonormal = Matrices.toDoubles(unseen(40, 10));
        double[] scaled = Matrices.toDoubles(filled(INPUTS, 10));
        double factor = scaled[0] / orthonormal[0];
        assertThat(factor).isPositive().isNotCloseTo(1, within(0.1));
        for (int i = 0; i < scaled.length; i++) {
            assertThat(scaled[i]).isCloseTo(factor * orthonormal[i], within(1e-6));
        }
    }

    @Test
    void withoutExamplesWeightsAreThoseOfOrthogonal() {
        INDArray orthogonal = Nd4j.create(DataType.FLOAT, 40, 10);
        Components.<Initializer>make(new TrainingPlugin().initializers(), "orthogonal")
                .fill(orthogonal, stream());
        assertSame(unseen(40, 10), orthogonal);
    }

    @Test
    void inputsThatAreAllTheSameLeaveWeightsAsTheyAre() {
        assertThat(filled(Nd4j.zeros(DataType.FLOAT, 5, 40), 10)).isEqualTo(unseen(40, 10));
        assertThat(filled(Nd4j.valueArrayOf(new long[] {7, 40}, 0.3, DataType.FLOAT), 1))
                .isEqualTo(unseen(40, 1));
    }

    @Test
    void looksAtAsManyExamplesAsItIsTold() {
        assertThat(lsuv.examples()).isEqualTo(256);
        Initializer other = new LayerSequentialUnitVariance()
                .create(new LayerSequentialUnitVariance.Options(12), TestContext.in(Path.of("")));
        assertThat(((DataDependentInitializer) other).examples()).isEqualTo(12);
    }

    private static void assertSame(INDArray found, INDArray expected) {
        assertThat(Matrices.toFloats(found)).containsExactly(Matrices.toFloats(expected));
    }

    private INDArray filled(INDArray inputs, int units) {
        INDArray weights = Nd4j.create(DataType.FLOAT, inputs.columns(), units);
        lsuv.fill(weights, inputs, stream());
        return weights;
    }

    private INDArray unseen(int inputs, int units) {
        INDArray weights = Nd4j.create(DataType.FLOAT, inputs, units);
        lsuv.fill(weights, stream());
        return weights;
    }

    /** Rectified, so that many are zero, and of a mean that is not. */
    private static INDArray inputs(int examples, int columns) {
        RandomStream random = new RandomStreams(5).stream("inputs");
        float[] values = new float[examples * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.max(0, 3 * random.nextGaussian());
        }
        return Nd4j.create(values, new long[] {examples, columns}, 'c');
    }

    private static RandomStream stream() {
        return new RandomStreams(7).stream("init/layer-1");
    }
}
