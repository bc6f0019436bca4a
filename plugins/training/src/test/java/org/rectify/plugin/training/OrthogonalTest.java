package org.rectify.plugin.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.testkit.TestContext;

class OrthogonalTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "50, 50, 1", "80, 30, 1", "30, 80, 1", "784, 100, 1.5", "40, 40, 1.4142135", "1, 20, 3"})
    void columnsOrRowsAreOrthogonalAndOfTheGainsLength(int fanIn, int fanOut, double gain) {
        for (DataType type : new DataType[] {DataType.FLOAT, DataType.DOUBLE}) {
            INDArray weights = filled(type, fanIn, fanOut, gain);
            INDArray products = fanIn >= fanOut ? weights.transpose().mmul(weights) : weights.mmul(weights.transpose());
            double tolerance = gain * gain * (type == DataType.FLOAT ? 1e-5 : 1e-13);
            for (int i = 0; i < products.rows(); i++) {
                for (int j = 0; j < products.columns(); j++) {
                    assertThat(products.getDouble(i, j))
                            .as("product of %d and %d", i, j)
                            .isCloseTo(i == j ? gain * gain : 0, within(tolerance));
                }
            }
        }
    }

    /** The construction the other way round: the same Gaussian vectors, by Householder's formula in whole matrices. */
    @Test
    void isTheProductOfTheReflectionsOfTheStreamsVectors() {
        RandomStream random = stream();
        INDArray expected = Nd4j.eye(4).castTo(DataType.DOUBLE);
        for (int first = 3; first >= 0; first--) {
            INDArray x = Nd4j.zeros(DataType.DOUBLE, 4, 1);
            for (int i = first; i < 4; i++) {
                x.putScalar(i, 0, random.nextGaussian());
            }
            double sign = Math.signum(x.getDouble(first, 0));
            INDArray normal = x.dup();
            normal.putScalar(
                    first, 0, x.getDouble(first, 0) + sign * x.norm2Number().doubleValue());
            normal.divi(normal.norm2Number().doubleValue());
            INDArray reflection = Nd4j.eye(4)
                    .castTo(DataType.DOUBLE)
                    .sub(normal.mmul(normal.transpose()).mul(2));
            expected.getColumn(first).muli(-sign);
            expected = reflection.mmul(expected);
        }
        assertThat(Matrices.toDoubles(filled(DataType.DOUBLE, 4, 4, 1)))
                .containsExactly(Matrices.toDoubles(expected), within(1e-14));
    }

    /**
     * Moments of the uniform distribution over orthogonal matrices: those of an element, of the trace, and of the determinant. A QR
     * decomposition whose signs are left as they come fails at the trace.
     */
    @Test
    void everyOrthogonalMatrixIsAsLikelyAsAnyOther() {
        int draws = 40_000;
        RandomStream random = stream();
        double[] sums = new double[6];
        for (int draw = 0; draw < draws; draw++) {
            double[] q = OrthonormalMatrix.draw(3, 3, random);
            double trace = q[0] + q[4] + q[8];
            sums[0] += q[3];
            sums[1] += q[3] * q[3];
            sums[2] += Math.pow(q[3], 4);
            sums[3] += trace;
            sums[4] += trace * trace;
            sums[5] += determinant(q);
        }
        double[] expected = {0, 1.0 / 3, 3.0 / (3 * 5), 0, 1, 0};
        for (int moment = 0; moment < sums.length; moment++) {
            assertThat(sums[moment] / draws).as("moment %d", moment).isCloseTo(expected[moment], within(0.03));
        }
    }

    @Test
    void equalStreamsGiveEqualWeightsAndOthersDoNot() {
        float[] weights = Matrices.toFloats(filled(DataType.FLOAT, 30, 20, 1));
        assertThat(Matrices.toFloats(filled(DataType.FLOAT, 30, 20, 1))).containsExactly(weights);
        INDArray others = Nd4j.create(DataType.FLOAT, 30, 20);
        orthogonal(1).fill(others, new RandomStreams(7).stream("init/layer-2"));
        assertThat(Matrices.toFloats(others)).isNotEqualTo(weights);
    }

    private static double determinant(double[] q) {
        return q[0] * (q[4] * q[8] - q[5] * q[7])
                - q[1] * (q[3] * q[8] - q[5] * q[6])
                + q[2] * (q[3] * q[7] - q[4] * q[6]);
    }

    private static INDArray filled(DataType type, int fanIn, int fanOut, double gain) {
        INDArray weights = Nd4j.create(type, fanIn, fanOut);
        orthogonal(gain).fill(weights, stream());
        return weights;
    }

    private static Initializer orthogonal(double gain) {
        return new Orthogonal().create(new Orthogonal.Options(gain), TestContext.in(Path.of("")));
    }

    private static RandomStream stream() {
        return new RandomStreams(7).stream("init/layer-1");
    }
}
