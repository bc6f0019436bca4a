package org.rectify.kernels.vector;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.penalty.ElementwisePenalty;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.kernels.network.AutoencoderDefinition;

/** The penalty on the code of clean inputs, where what is rebuilt comes from the code of corrupted ones (item 45). */
final class CleanPenalty {

    private final AutoencoderDefinition definition;
    private final OutputPenalty penalty;
    private final EncoderForward encoding;
    private final PanelMatrix codeGradient;
    private final PanelMatrix codeDelta;
    private final Team.Work differentiate = this::differentiate;

    private int examples;

    /**
     * @param encoding of the encoder's weights, for nothing else
     * @param capacity examples at most
     */
    CleanPenalty(AutoencoderDefinition definition, OutputPenalty penalty, EncoderForward encoding, int capacity) {
        this.definition = definition;
        this.penalty = penalty;
        this.encoding = encoding;
        this.codeDelta = new PanelMatrix(capacity, definition.encoder().units());
        this.codeGradient = definition.outputs() == definition.encoder().units()
                ? codeDelta
                : new PanelMatrix(capacity, definition.outputs());
    }

    /** Finds the gradient with respect to the pre-activations of clean inputs, by the weights as they are. */
    void run(Team team, float[] clean, int count) {
        examples = count;
        encoding.run(team, clean, count);
        LayerForward code = encoding.code();
        if (penalty instanceof ElementwisePenalty) {
            team.run(differentiate, codeGradient.panels());
        } else {
            addWhole(penalty, definition.index(), code.a(), examples, codeGradient, true);
            multiplyByDerivatives(code);
        }
        if (!code.activation().isElementwise()) {
            code.activation().backward(code.z(), code.a(), examples, codeGradient, codeDelta);
        }
    }

    private void multiplyByDerivatives(LayerForward code) {
        for (int panel = 0; code.activation().isElementwise() && panel < codeGradient.panels(); panel++) {
            code.activation().multiplyByDerivative(code.z(), code.a(), panel, examples, codeGradient);
        }
    }

    /** That gradient. */
    PanelMatrix codeDelta() {
        return codeDelta;
    }

    /** The clean inputs that are not zero. */
    ActiveInputs activeInputs() {
        return encoding.activeInputs();
    }

    /** Multiply-adds of weights for the code. */
    long multiplyAdds() {
        return encoding.multiplyAdds();
    }

    private void differentiate(int panel, int member) {
        LayerForward code = encoding.code();
        codeGradient.clear(panel, examples);
        add((ElementwisePenalty) penalty, definition.index(), code.a(), panel, examples, codeGradient);
        if (code.activation().isElementwise()) {
            code.activation().multiplyByDerivative(code.z(), code.a(), panel, examples, codeGradient);
        }
    }

    /** Adds the penalty's derivative, averaged over examples, to a panel of the gradient with respect to outputs. */
    static void add(
            ElementwisePenalty penalty, int layer, PanelMatrix a, int panel, int examples, PanelMatrix gradient) {
        for (int example = 0; example < examples; example++) {
            int row = a.at(panel, example);
            penalty.addDerivative(layer, a.values(), row, row + a.width(panel), 1f / examples, gradient.values());
        }
    }

    /**
     * Adds the derivative of a penalty that looks at a whole minibatch to the gradient with respect to outputs.
     *
     * @param fromZero whether the gradient begins at zero, whatever it holds
     * @return the penalty's cost
     */
    static double addWhole(
            OutputPenalty penalty, int layer, PanelMatrix a, int examples, PanelMatrix gradient, boolean fromZero) {
        INDArray sum = fromZero ? gradient.emptyArray(examples) : gradient.toArray(examples);
        double cost = penalty.cost(layer, a.toArray(examples), sum);
        gradient.take(sum);
        return cost;
    }
}
