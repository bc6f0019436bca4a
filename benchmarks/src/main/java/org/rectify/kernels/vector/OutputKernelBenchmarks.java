package org.rectify.kernels.vector;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The kernels of an output layer over a whole minibatch, by one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OutputKernelBenchmarks {

    @Param("1000x10")
    String layer = "1x1";

    @Param("10")
    int minibatch = 1;

    @Param("0.17")
    double active = 1;

    private final OutputKernel kernel = new OutputKernel();
    private MeasuredLayer measured = MeasuredLayer.narrow(LayerShape.of(layer), minibatch, active);
    private float[] scores = new float[measured.weights().width()];
    private float[] delta = scores;
    private float rate = MeasuredLayer.RATE;

    /** Draws weights and a minibatch. */
    @Setup
    public void draw() {
        LayerShape shape = LayerShape.of(layer);
        measured = MeasuredLayer.narrow(shape, minibatch, active);
        int width = measured.weights().width();
        scores = new float[minibatch * width];
        delta = new float[minibatch * width];
        float[] drawn = new DrawnInputs(shape.units(), minibatch, 1).rows();
        for (int example = 0; example < minibatch; example++) {
            System.arraycopy(drawn, example * shape.units(), delta, example * width, shape.units());
        }
    }

    /** Scores of the classes. */
    @Benchmark
    public void forward() {
        int width = measured.weights().width();
        for (int example = 0; example < minibatch; example++) {
            OutputKernel.forward(measured.weights(), measured.active(), example, scores, example * width);
        }
    }

    /** Input gradient and update. */
    @Benchmark
    public void gradientAndUpdate() {
        // There and back again, so that weights stay as they are drawn.
        rate = -rate;
        for (int block = 0; block < measured.active().blocks(); block++) {
            kernel.gradientAndUpdate(
                    measured.weights(), measured.active(), delta, rate, measured.inputGradient(), block);
        }
    }
}
