package org.rectify.kernels.vector;

import static org.rectify.kernels.vector.Panels.WIDTH;

import java.util.Arrays;
import java.util.Optional;
import org.rectify.api.array.Matrices;
import org.rectify.api.pretraining.ReconstructionSampling;
import org.rectify.api.random.RandomStream;
import org.rectify.api.reconstruction.ElementwiseReconstruction;
import org.rectify.kernels.network.AutoencoderDefinition;
import org.rectify.kernels.network.Parameters;

/**
 * A decoder that rebuilds drawn positions alone, and learns from them (item 92).
 *
 * <p>Its weights are kept by position, so that those of positions that are not drawn are neither read nor written.
 */
final class SampledDecoder {

    private final AutoencoderDefinition definition;
    private final ReconstructionSampling sampling;
    private final ElementwiseReconstruction reconstruction;
    private final RowKernel[] kernels;
    private final PackedWeights weights;
    private final float[] biases;

    private final PanelMatrix code;
    /** Pre-activations, then the gradient with respect to them, at drawn positions. */
    private final PanelMatrix outputs;
    /** What the cost of each position is multiplied by, row after row; 0 where it is not drawn. */
    private final float[] importance;
    /** Drawn positions: with what their cost is multiplied by, then with the gradient. */
    private final ActiveInputs drawn;

    /** Pre-activations and targets of positions of equal weight, side by side, each panel's from its own beginning on. */
    private final float[] preActivations;

    private final float[] targets;

    private Optional<RandomStream> stream = Optional.empty();
    private float[] clean = new float[0];
    private int examples;

    /**
     * @param code what is decoded
     * @param outputs scratch memory of the decoder's shape
     */
    SampledDecoder(
            AutoencoderDefinition definition,
            ReconstructionSampling sampling,
            PanelMatrix code,
            PanelMatrix outputs,
            int capacity,
            int threads) {
        int inputs = definition.inputs();
        this.definition = definition;
        this.sampling = sampling;
        this.reconstruction = (ElementwiseReconstruction) definition.reconstruction();
        this.kernels = new RowKernel[threads];
        Arrays.setAll(kernels, member -> new RowKernel());
        this.weights = PackedWeights.byRow(inputs, definition.outputs());
        this.biases = new float[inputs];
        this.code = code;
        this.outputs = outputs;
        this.importance = new float[Math.multiplyExact(capacity, inputs)];
        this.drawn = ActiveInputs.forLearning(inputs, capacity, false);
        this.preActivations = new float[outputs.panels() * WIDTH];
        this.targets = new float[preActivations.length];
    }

    void drawFrom(RandomStream newStream) {
        stream = Optional.of(newStream);
    }

    /** Begins a minibatch of which drawn positions count. */
    void draw(float[] newClean, float[] corrupted, int count) {
        clean = newClean;
        examples = count;
        RandomStream from = stream.orElseThrow(
                () -> new IllegalStateException("there is no stream that positions could be drawn from"));
        sampling.draw(clean, corrupted, examples * definition.inputs(), from, importance);
    }

    /** Begins a minibatch of which all positions count. */
    void drawAll(float[] newClean, int count) {
        clean = newClean;
        examples = count;
        Arrays.fill(importance, 0, examples * definition.inputs(), 1);
    }

    /** Lists the drawn positions of a panel. */
    void list(int panel) {
        outputs.take(panel, examples, importance);
        drawn.collect(panel, outputs, examples);
    }

    /** How many positions were drawn, over all examples. */
    long positions() {
        return drawn.nonzeros();
    }

    /** Decodes the drawn positions of a panel, finds their gradient, and returns their cost, weighted and summed. */
    double decode(int panel, int member) {
        kernels[member].multiply(weights, drawn, code, outputs, panel);
        float zeroWeight = sampling.zeroWeight();
        double cost = 0;
        for (int example = 0; example < examples; example++) {
            cost += reconstruct(panel, example, 1);
            if (zeroWeight != 1) {
                cost += reconstruct(panel, example, zeroWeight);
            }
        }
        drawn.replaceValues(panel, outputs, examples);
        return cost;
    }

    /** The weighted cost, and the gradient, of an example's positions of one weight. */
    private double reconstruct(int panel, int example, float weight) {
        float[] values = drawn.values();
        int[] columns = drawn.columns();
        int slot = drawn.slot(panel, example);
        int end = drawn.end(panel, example, ActiveInputs.PARTS - 1);
        int row = outputs.at(panel, example) - panel * WIDTH;
        int cleanRow = example * definition.inputs();
        int from = panel * WIDTH;
        int to = from;
        for (int entry = slot; entry < end; entry++) {
            if (values[entry] == weight) {
                int position = columns[entry];
                preActivations[to] = outputs.values()[row + position] + biases[position];
                targets[to] = clean[cleanRow + position];
                to++;
            }
        }
        reconstruction.target(targets, from, to, definition.inputRange(), targets);
        double cost = reconstruction.cost(preActivations, targets, from, to, preActivations);
        float scale = weight / examples;
        int next = from;
        for (int entry = slot; entry < end; entry++) {
            if (values[entry] == weight) {
                outputs.values()[row + columns[entry]] = scale * preActivations[next++];
            }
        }
        return weight * cost;
    }

    /** Updates the biases of a panel's drawn positions. */
    void moveBiases(int panel, float rate) {
        int end = Math.min(definition.inputs(), (panel + 1) * WIDTH);
        for (int position = panel * WIDTH; position < end; position++) {
            int first = position * drawn.capacity();
            int pairs = drawn.pairCounts()[position];
            float sum = 0;
            for (int pair = first; pair < first + pairs; pair++) {
                sum += drawn.pairValues()[pair];
            }
            if (pairs > 0) {
                biases[position] -= rate * sum;
            }
        }
    }

    /**
     * Finds the gradient of a chunk of the codes' panels by the weights as they are, and updates these.
     *
     * @param codeGradient zero on entry
     */
    void backward(int chunk, float rate, PanelMatrix codeGradient) {
        RowKernel.addAndUpdate(weights, drawn, codeGradient, code, rate, chunk);
    }

    /** Takes in the decoder's layer, outputs x inputs. */
    void pack(Parameters.Layer layer) {
        weights.packWeights(layer.weights().transpose());
        Matrices.read(layer.biases(), biases);
    }

    /** Copies the parameters out, in the same shape. */
    void unpack(Parameters.Layer layer) {
        layer.weights().assign(weights.weightArray().transpose());
        Matrices.fill(layer.biases(), biases);
    }
}
