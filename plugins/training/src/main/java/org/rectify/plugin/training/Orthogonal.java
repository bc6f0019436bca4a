package org.rectify.plugin.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.initializer.InitializerFactory;
import org.rectify.api.random.RandomStream;

/** Random weights of orthogonal columns, or rows where there are fewer of them (Saxe, McClelland and Ganguli 2014). */
final class Orthogonal implements InitializerFactory<Orthogonal.Options> {

    /** How long columns are. */
    record Options(
            @Describe(
                    value = "The length of each column, or of each row where there are fewer rows.",
                    defaultsTo = "1",
                    range = "(0, 1000]")
            double gain) {

        Options {
            Require.in("gain", gain, "(0, 1000]");
        }
    }

    @Override
    public String name() {
        return "orthogonal";
    }

    @Override
    public String summary() {
        return "Columns, or rows if there are fewer, orthogonal to each other and of length gain; uniform among all such.";
    }

    @Override
    public String source() {
        return "Saxe, McClelland and Ganguli, Exact Solutions to the Nonlinear Dynamics of Learning in Deep Linear Neural"
                + " Networks (2014)";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Initializer create(Options options, ComponentContext context) {
        return (weights, random) -> fill(weights, options.gain(), random);
    }

    private static void fill(INDArray weights, double gain, RandomStream random) {
        double[] values = OrthonormalMatrix.draw(weights.rows(), weights.columns(), random);
        for (int i = 0; i < values.length; i++) {
            values[i] *= gain;
        }
        Matrices.fill(weights, values);
    }
}
