package org.rectify.plugin.pretraining;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.random.RandomStream;

/**
 * A restricted Boltzmann machine with noisy rectified hidden units, which learns by one step of contrastive divergence (item
 * 91).
 *
 * <p>Hidden units see x = v W + b, visible ones h W<sup>T</sup> + a. The biases of the visible units begin at zero.
 */
final class RectifiedMachine {

    private final Visible visible;
    private final INDArray weights;
    private final INDArray hiddenBiases;
    private final INDArray visibleBiases;

    /**
     * What the two kinds of units draw from.
     *
     * @param hidden normal noise
     * @param visible which binary units are 1
     */
    record Noise(RandomStream hidden, RandomStream visible) {}

    /**
     * A machine that begins at these parameters.
     *
     * @param weights visible x hidden units; copied
     * @param hiddenBiases 1 x hidden units; copied
     */
    RectifiedMachine(Visible visible, INDArray weights, INDArray hiddenBiases) {
        this.visible = visible;
        this.weights = weights.dup('c');
        this.hiddenBiases = hiddenBiases.dup('c');
        this.visibleBiases = Nd4j.zeros(DataType.FLOAT, 1, weights.rows());
    }

    /** The weights, visible x hidden units; change as the machine learns. */
    INDArray weights() {
        return weights;
    }

    /** 1 x hidden units; change as the machine learns. */
    INDArray hiddenBiases() {
        return hiddenBiases;
    }

    /** 1 x visible units; change as the machine learns. */
    INDArray visibleBiases() {
        return visibleBiases;
    }

    /** GibbsStates for so many examples. */
    GibbsStates states(int examples) {
        return new GibbsStates(examples, weights.rows(), weights.columns());
    }

    /**
     * One step of contrastive divergence.
     *
     * @param data holds the inputs of the minibatch in its visible units
     * @param fantasy as large; overwritten with the reconstruction
     * @param rate the step along the mean gradient of the examples
     * @param decay the part of each weight taken away for a rate of 1
     * @param noise read on from where it is
     * @return the squared error of the reconstruction before the step, summed over visible units and examples
     */
    double learn(GibbsStates data, GibbsStates fantasy, double rate, double decay, Noise noise) {
        sampleHidden(data, noise.hidden());
        sampleVisible(data, fantasy, noise.visible());
        sampleHidden(fantasy, noise.hidden());
        double error = data.squaredDistance(fantasy);
        double step = rate / data.examples();
        weights.muli(1 - rate * decay);
        Nd4j.gemm(data.visible(), data.hidden(), weights, true, false, step, 1);
        Nd4j.gemm(fantasy.visible(), fantasy.hidden(), weights, true, false, -step, 1);
        move(hiddenBiases, data.hidden(), fantasy.hidden(), step);
        move(visibleBiases, data.visible(), fantasy.visible(), step);
        return error;
    }

    /**
     * The squared error of the reconstruction without noise, summed over visible units and examples.
     *
     * @param data holds the inputs in its visible units; its hidden units are overwritten
     * @param fantasy as large; overwritten with the reconstruction
     */
    double error(GibbsStates data, GibbsStates fantasy) {
        hiddenPreActivations(data);
        data.mapHidden(NoisyRectifier::noiseFree);
        visiblePreActivations(data, fantasy);
        fantasy.mapVisible(visible::mean);
        return data.squaredDistance(fantasy);
    }

    /** Whether no parameter is NaN or infinite. */
    boolean isFinite() {
        return isFinite(weights) && isFinite(hiddenBiases) && isFinite(visibleBiases);
    }

    private static boolean isFinite(INDArray parameters) {
        return Double.isFinite(parameters.ameanNumber().doubleValue());
    }

    private void sampleHidden(GibbsStates states, RandomStream noise) {
        hiddenPreActivations(states);
        states.mapHidden(x -> NoisyRectifier.sample(x, noise));
    }

    private void sampleVisible(GibbsStates from, GibbsStates to, RandomStream noise) {
        visiblePreActivations(from, to);
        to.mapVisible(z -> visible.reconstruct(z, noise));
    }

    private void hiddenPreActivations(GibbsStates states) {
        Nd4j.gemm(states.visible(), weights, states.hidden(), false, false, 1, 0);
        states.hidden().addiRowVector(hiddenBiases);
    }

    private void visiblePreActivations(GibbsStates from, GibbsStates to) {
        Nd4j.gemm(from.hidden(), weights, to.visible(), false, true, 1, 0);
        to.visible().addiRowVector(visibleBiases);
    }

    private static void move(INDArray biases, INDArray data, INDArray fantasy, double step) {
        biases.addi(data.sum(true, 0).subi(fantasy.sum(true, 0)).muli(step));
    }
}
