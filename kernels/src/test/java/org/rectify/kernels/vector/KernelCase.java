package org.rectify.kernels.vector;

import java.util.Arrays;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/**
 * A layer, a minibatch of its inputs and a gradient of its pre-activations, packed as the kernels want them; and the kernels,
 * each called for everything there is to do.
 *
 * <p>Some weights and half of the silent inputs are negative zeros.
 */
final class KernelCase {

    static final float RATE = 0.3f;

    /** What input gradients hold before a backward pass, and afterwards where nothing is to be written. */
    static final float MARKER = 1e30f;

    /**
     * How large a case is.
     *
     * @param active the fraction of inputs that are not zero
     */
    record Shape(int inputs, int units, int examples, double active) {}

    /** What a backward pass leaves. */
    record Backward(PackedWeights weights, PanelMatrix inputGradient) {}

    private final Shape shape;
    private final int capacity;
    private final boolean narrow;
    private final PanelMatrix x;
    private final PanelMatrix delta;
    private final float[] outputDelta;
    private final ActiveInputs active;
    private final ActiveInputs all;

    private KernelCase(Shape shape, int capacity, boolean narrow) {
        this.shape = shape;
        this.capacity = capacity;
        this.narrow = narrow;
        this.x = new PanelMatrix(capacity, shape.inputs());
        this.delta = new PanelMatrix(capacity, shape.units());
        int width = PackedWeights.narrow(1, shape.units()).width();
        this.outputDelta = new float[capacity * width];
        RandomStream random = new RandomStreams(11).stream("case");
        for (int example = 0; example < shape.examples(); example++) {
            for (int input = 0; input < shape.inputs(); input++) {
                x.values()[at(x, example, input)] = input(random);
            }
            for (int unit = 0; unit < shape.units(); unit++) {
                float value = (float) random.nextDouble(-1, 1);
                delta.values()[at(delta, example, unit)] = value;
                outputDelta[example * width + unit] = value;
            }
        }
        this.active = collected(false);
        this.all = collected(true);
    }

    private float input(RandomStream random) {
        boolean silent = random.nextDouble() >= shape.active();
        float magnitude = silent ? 0 : (float) random.nextDouble(0.1, 1);
        return random.nextBoolean() ? magnitude : -magnitude;
    }

    private ActiveInputs collected(boolean withZeros) {
        ActiveInputs collected = ActiveInputs.forLearning(shape.inputs(), capacity, withZeros);
        for (int block = 0; block < collected.blocks(); block++) {
            collected.collect(block, x, shape.examples());
        }
        return collected;
    }

    /** A hidden layer's case. */
    static KernelCase wide(Shape shape) {
        return new KernelCase(shape, shape.examples(), false);
    }

    /** A hidden layer's case in which the minibatch could be larger. */
    static KernelCase wide(Shape shape, int capacity) {
        return new KernelCase(shape, capacity, false);
    }

    /** An output layer's case. */
    static KernelCase narrow(Shape shape) {
        return new KernelCase(shape, shape.examples(), true);
    }

    Shape shape() {
        return shape;
    }

    /** The same parameters at every call, in new arrays. */
    PackedWeights layer() {
        PackedWeights layer = narrow
                ? PackedWeights.narrow(shape.inputs(), shape.units())
                : PackedWeights.wide(shape.inputs(), shape.units());
        RandomStream random = new RandomStreams(12).stream("layer");
        for (int unit = 0; unit < shape.units(); unit++) {
            layer.biases()[unit] = (float) random.nextDouble(-1, 1);
            for (int input = 0; input < shape.inputs(); input++) {
                double weight = random.nextDouble(-1, 1);
                layer.weights()[at(layer, input, unit)] = Math.abs(weight) < 0.01 ? -0.0f : (float) weight;
            }
        }
        return layer;
    }

    /** Where a weight lies. */
    static int at(PackedWeights layer, int input, int unit) {
        return layer.at(unit / layer.width(), input) + unit % layer.width();
    }

    /** Where a number of a minibatch lies. */
    static int at(PanelMatrix matrix, int example, int column) {
        return matrix.at(column / Panels.WIDTH, example) + column % Panels.WIDTH;
    }

    float x(int example, int input) {
        return x.values()[at(x, example, input)];
    }

    float delta(int example, int unit) {
        return delta.values()[at(delta, example, unit)];
    }

    /** The inputs that are not zero. */
    ActiveInputs active() {
        return active;
    }

    /** All inputs, where even zeros are to get a gradient. */
    ActiveInputs activeAndSilent() {
        return all;
    }

    /** The entry after the last of an example in a block. */
    static int end(ActiveInputs active, int block, int example) {
        return active.end(block, example, ActiveInputs.PARTS - 1);
    }

    PanelMatrix forwardSparse(boolean readAhead) {
        PackedWeights layer = layer();
        PanelMatrix z = biases(layer);
        for (int panel = 0; panel < layer.panels(); panel++) {
            ForwardKernel.sparse(layer, active, z, panel, shape.examples(), readAhead);
        }
        return z;
    }

    PanelMatrix forwardDense(boolean readAhead) {
        PackedWeights layer = layer();
        PanelMatrix z = biases(layer);
        for (int panel = 0; panel < layer.panels(); panel++) {
            ForwardKernel.dense(layer, x, z, panel, shape.examples(), readAhead);
        }
        return z;
    }

    private PanelMatrix biases(PackedWeights layer) {
        PanelMatrix z = new PanelMatrix(capacity, shape.units());
        for (int panel = 0; panel < layer.panels(); panel++) {
            z.fill(panel, capacity, layer.biases());
        }
        return z;
    }

    /**
     * @param silentToo whether inputs of zero get a gradient too
     */
    Backward gradientAndUpdate(boolean silentToo, boolean readAhead) {
        PackedWeights layer = layer();
        PanelMatrix gradient = marked();
        BackwardKernel kernel = kernel(readAhead);
        for (int block = 0; block < active.blocks(); block++) {
            kernel.gradientAndUpdate(layer, pairs(silentToo), delta, RATE, gradient, block);
        }
        return new Backward(layer, gradient);
    }

    /**
     * @param silentToo whether inputs of zero get a gradient too
     */
    Backward gradient(boolean silentToo, boolean readAhead) {
        PackedWeights layer = layer();
        PanelMatrix gradient = marked();
        BackwardKernel kernel = kernel(readAhead);
        for (int block = 0; block < active.blocks(); block++) {
            kernel.gradient(layer, pairs(silentToo), delta, gradient, block);
        }
        return new Backward(layer, gradient);
    }

    PackedWeights update(boolean readAhead) {
        PackedWeights layer = layer();
        for (int block = 0; block < active.blocks(); block++) {
            for (int panel = 0; panel < layer.panels(); panel++) {
                kernel(readAhead).update(layer, active, delta, RATE, block, panel);
            }
        }
        return layer;
    }

    /** Only one block of the inputs in one panel of the units. */
    PackedWeights update(int block, int panel) {
        PackedWeights layer = layer();
        kernel(true).update(layer, active, delta, RATE, block, panel);
        return layer;
    }

    /** Only one block of the inputs. */
    Backward gradientAndUpdate(int block) {
        PackedWeights layer = layer();
        PanelMatrix gradient = marked();
        kernel(true).gradientAndUpdate(layer, active, delta, RATE, gradient, block);
        return new Backward(layer, gradient);
    }

    /** Example after example, each as wide as the layer. */
    float[] outputForward() {
        PackedWeights layer = layer();
        float[] scores = new float[shape.examples() * layer.width()];
        for (int example = 0; example < shape.examples(); example++) {
            OutputKernel.forward(layer, active, example, scores, example * layer.width());
        }
        return scores;
    }

    /**
     * @param silentToo whether inputs of zero get a gradient too
     */
    Backward outputGradientAndUpdate(boolean silentToo, float rate) {
        PackedWeights layer = layer();
        PanelMatrix gradient = marked();
        OutputKernel kernel = new OutputKernel();
        for (int block = 0; block < active.blocks(); block++) {
            kernel.gradientAndUpdate(layer, pairs(silentToo), outputDelta, rate, gradient, block);
        }
        return new Backward(layer, gradient);
    }

    PackedWeights outputUpdate() {
        PackedWeights layer = layer();
        for (int block = 0; block < active.blocks(); block++) {
            OutputKernel.update(layer, active, outputDelta, RATE, block);
        }
        return layer;
    }

    private ActiveInputs pairs(boolean silentToo) {
        return silentToo ? all : active;
    }

    private PanelMatrix marked() {
        PanelMatrix gradient = new PanelMatrix(capacity, shape.inputs());
        Arrays.fill(gradient.values(), MARKER);
        return gradient;
    }

    private BackwardKernel kernel(boolean readAhead) {
        return new BackwardKernel(capacity, readAhead(readAhead));
    }

    /** The first two steps are done without and with reading ahead. */
    private static ReadAhead readAhead(boolean wanted) {
        ReadAhead readAhead = new ReadAhead();
        readAhead.begin();
        if (wanted) {
            readAhead.end();
            readAhead.begin();
        }
        if (readAhead.isActive() != wanted) {
            throw new IllegalStateException("reading ahead is no longer tried in the second step");
        }
        return readAhead;
    }
}
