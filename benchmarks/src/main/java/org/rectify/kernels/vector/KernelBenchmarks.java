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

/** The kernels of hidden layers, each over all panels of a layer, by one thread, called as the engine calls them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KernelBenchmarks {

    @Param("1000x1000")
    String layer = "1x1";

    @Param("10")
    int minibatch = 1;

    @Param("0.17")
    double active = 1;

    private final ReadAhead readAhead = new ReadAhead();
    private BackwardKernel backward = new BackwardKernel(1, readAhead);
    private MeasuredLayer measured = MeasuredLayer.wide(LayerShape.of(layer), minibatch, active);
    private float rate = MeasuredLayer.RATE;

    /** Draws weights and a minibatch. */
    @Setup
    public void draw() {
        measured = MeasuredLayer.wide(LayerShape.of(layer), minibatch, active);
        backward = new BackwardKernel(minibatch, readAhead);
    }

    /** {@code z = b + x W} over active inputs. */
    @Benchmark
    public void forwardSparse() {
        readAhead.begin();
        for (int panel = 0; panel < measured.weights().panels(); panel++) {
            measured.z().fill(panel, minibatch, measured.weights().biases());
            ForwardKernel.sparse(
                    measured.weights(), measured.active(), measured.z(), panel, minibatch, readAhead.isActive());
        }
        readAhead.end();
    }

    /** {@code z = b + x W} over all inputs. */
    @Benchmark
    public void forwardDense() {
        readAhead.begin();
        for (int panel = 0; panel < measured.weights().panels(); panel++) {
            measured.z().fill(panel, minibatch, measured.weights().biases());
            ForwardKernel.dense(measured.weights(), measured.x(), measured.z(), panel, minibatch, readAhead.isActive());
        }
        readAhead.end();
    }

    /** Input gradient and update in one pass, as hidden layers but the first need them. */
    @Benchmark
    public void gradientAndUpdate() {
        readAhead.begin();
        float step = nextRate();
        for (int block = 0; block < measured.active().blocks(); block++) {
            backward.gradientAndUpdate(
                    measured.weights(), measured.active(), measured.delta(), step, measured.inputGradient(), block);
        }
        readAhead.end();
    }

    /** Input gradient alone, as optimizers with a state need it. */
    @Benchmark
    public void gradient() {
        readAhead.begin();
        for (int block = 0; block < measured.active().blocks(); block++) {
            backward.gradient(measured.weights(), measured.active(), measured.delta(), measured.inputGradient(), block);
        }
        readAhead.end();
    }

    /** Update alone, as the first layer needs it. */
    @Benchmark
    public void update() {
        readAhead.begin();
        float step = nextRate();
        for (int block = 0; block < measured.active().blocks(); block++) {
            for (int panel = 0; panel < measured.weights().panels(); panel++) {
                backward.update(measured.weights(), measured.active(), measured.delta(), step, block, panel);
            }
        }
        readAhead.end();
    }

    /** There and back again, so that weights stay as they are drawn. */
    private float nextRate() {
        rate = -rate;
        return rate;
    }
}
