package org.rectify.plugin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.testkit.Components;

class HeNormalTest {

    private final Initializer heNormal = Components.make(new TrainingPlugin().initializers(), "he-normal");

    @Test
    void weightsAreNormalWithVarianceTwoOverTheFanIn() {
        for (int[] shape : new int[][] {{400, 1000}, {1000, 400}}) {
            double deviation = Math.sqrt(2.0 / shape[0]);
            double[] weights = filled(DataType.FLOAT, shape[0], shape[1]);
            double[] moments = new double[5];
            for (double weight : weights) {
                for (int power = 1; power <= 4; power++) {
                    moments[power] += Math.pow(weight / deviation, power) / weights.length;
                }
            }
            // Five standard errors of each moment of 400,000 normal numbers.
            assertThat(moments[1]).isCloseTo(0, within(0.008));
            assertThat(moments[2]).isCloseTo(1, within(0.012));
            assertThat(moments[3]).isCloseTo(0, within(0.031));
            assertThat(moments[4]).isCloseTo(3, within(0.078));
        }
    }

    @Test
    void takesTheStreamsNumbersRowAfterRow() {
        RandomStream random = stream();
        double[] weights = filled(DataType.DOUBLE, 8, 3);
        for (double weight : weights) {
            assertThat(weight).isEqualTo(0.5 * random.nextGaussian());
        }
    }

    @Test
    void floatsAreTheRoundedDoubles() {
        double[] exact = filled(DataType.DOUBLE, 30, 20);
        double[] rounded = filled(DataType.FLOAT, 30, 20);
        for (int i = 0; i < exact.length; i++) {
            assertThat(rounded[i]).isEqualTo((float) exact[i]);
        }
    }

    private double[] filled(DataType type, int fanIn, int fanOut) {
        INDArray weights = Nd4j.create(type, fanIn, fanOut);
        heNormal.fill(weights, stream());
        return Matrices.toDoubles(weights);
    }

    private static RandomStream stream() {
        return new RandomStreams(7).stream("init/layer-1");
    }
}
