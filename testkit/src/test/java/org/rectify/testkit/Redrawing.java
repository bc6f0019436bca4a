package org.rectify.testkit;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.PretrainingStack;
import org.rectify.api.random.RandomStream;

/** A pre-training whose parts a test replaces by wrong ones; as it is, it draws the weights of each layer anew. */
class Redrawing implements Pretraining {

    @Override
    public void pretrain(PretrainingStack stack) {
        for (int layer = 0; layer < stack.layers(); layer++) {
            stack.inputs(layer);
            INDArray weights = drawn(stack.weights(layer), random(stack, layer));
            stack.replace(layer, weights, stack.biases(layer));
            report(stack, layer);
        }
    }

    RandomStream random(PretrainingStack stack, int layer) {
        return stack.random().stream("layer-" + layer);
    }

    void report(PretrainingStack stack, int layer) {
        stack.report(progress(layer, 1, 0.5));
        stack.chosen(progress(layer, 1, 0.5));
    }

    static LayerProgress progress(int layer, int epoch, double cost) {
        return new LayerProgress(layer, 0.1, epoch, cost, cost, 0);
    }

    static INDArray drawn(INDArray weights, RandomStream random) {
        float[] values = new float[(int) weights.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return Nd4j.createFromArray(values).reshape('c', weights.shape());
    }
}
