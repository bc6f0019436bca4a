package org.rectify.plugin.training;

import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.initializer.InitializerFactory;
import org.rectify.api.random.RandomStream;

/** Normally distributed weights of variance 2 / fan-in, made for rectifiers (He, Zhang, Ren and Sun 2015). */
final class HeNormal implements InitializerFactory<NoOptions> {

    @Override
    public String name() {
        return "he-normal";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("kaiming-normal");
    }

    @Override
    public String summary() {
        return "Normal with deviation sqrt(2 / fan-in): keeps the variance of pre-activations over layers of rectifiers.";
    }

    @Override
    public String source() {
        return "He, Zhang, Ren and Sun, Delving Deep into Rectifiers (2015)";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Initializer create(NoOptions options, ComponentContext context) {
        return HeNormal::fill;
    }

    private static void fill(INDArray weights, RandomStream random) {
        double deviation = Math.sqrt(2.0 / weights.rows());
        double[] values = new double[Math.toIntExact(weights.length())];
        for (int i = 0; i < values.length; i++) {
            values[i] = deviation * random.nextGaussian();
        }
        Matrices.fill(weights, values);
    }
}
