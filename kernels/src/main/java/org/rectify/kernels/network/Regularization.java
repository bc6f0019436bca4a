package org.rectify.kernels.network;

import java.util.List;
import java.util.OptionalDouble;
import org.rectify.api.penalty.Penalty;

/**
 * What keeps a network from learning its examples by heart.
 *
 * @param penalties that are added to the cost, by name
 * @param inputDropout the fraction of inputs that a minibatch does without
 * @param hiddenDropout the fraction of outputs that a minibatch does without, of each hidden layer from the first; empty for
 *     none
 * @param maxNorm what the norm of the weights into a hidden unit may be at most
 * @param classWeights what the cost of an example of each class is multiplied by; empty where all count alike
 */
public record Regularization(
        List<Named<Penalty>> penalties,
        double inputDropout,
        List<Double> hiddenDropout,
        OptionalDouble maxNorm,
        List<Double> classWeights) {

    /** None at all. */
    public static final Regularization NONE = of(List.of());

    /** Copies the lists. */
    public Regularization {
        penalties = List.copyOf(penalties);
        hiddenDropout = List.copyOf(hiddenDropout);
        classWeights = List.copyOf(classWeights);
    }

    /** Penalties alone. */
    public static Regularization of(List<Named<Penalty>> penalties) {
        return new Regularization(penalties, 0, List.of(), OptionalDouble.empty(), List.of());
    }

    /** The same with weights of classes. */
    public Regularization withClassWeights(List<Double> weights) {
        return new Regularization(penalties, inputDropout, hiddenDropout, maxNorm, weights);
    }

    /** The fraction of a hidden layer's outputs that a minibatch does without. */
    public double hiddenDropout(int layer) {
        return hiddenDropout.isEmpty() ? 0 : hiddenDropout.get(layer);
    }

    /** What the cost of an example of a class is multiplied by. */
    public double classWeight(int label) {
        return classWeights.isEmpty() ? 1 : classWeights.get(label);
    }
}
