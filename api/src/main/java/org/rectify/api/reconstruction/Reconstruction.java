package org.rectify.api.reconstruction;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.OutputRange;

/**
 * How an auto-encoder rebuilds its input: decoder, cost, and the map from values to targets (paper, section 3.2, the
 * "strategies"; items 38-44).
 *
 * <p>The cost takes the decoder's pre-activation, so that cross-entropy fuses with its sigmoid. Reconstructions are
 * immutable and keep nothing between calls. Arrays are examples x units.
 *
 * @since 0.1
 */
public interface Reconstruction {

    /** The interval that holds every reconstruction, and from which targets may come. */
    OutputRange targets();

    /**
     * The interval that holds the targets of such values.
     *
     * @param values the interval that holds all clean inputs of the auto-encoder; of a half-negated layer, its outputs before
     *     their signs
     */
    default OutputRange targets(OutputRange values) {
        return values;
    }

    /**
     * Whether such values can be rebuilt: their targets lie in {@link #targets()}. What is not accepted is refused before
     * training (items 42 and 44).
     *
     * @param values as in {@link #targets(OutputRange)}
     */
    default boolean accepts(OutputRange values) {
        return targets().contains(targets(values));
    }

    /**
     * Whether the outputs of a layer can be rebuilt by the layer above: as {@link #accepts}, but where signed data are mapped
     * to positive targets, signed codes are not (items 39, 40 and 44).
     *
     * @param codes the interval that holds them, before their signs
     */
    default boolean acceptsCodes(OutputRange codes) {
        return accepts(codes);
    }

    /**
     * The target for values to be rebuilt.
     *
     * @param values clean inputs of the auto-encoder, within {@code range}; of a half-negated layer with their signs, which
     *     the target of a decoder that makes no negative numbers is without (item 40); left untouched
     * @param range as in {@link #targets(OutputRange)}
     * @param targets overwritten
     */
    void target(INDArray values, OutputRange range, INDArray targets);

    /**
     * The reconstruction in the units of the target.
     *
     * @param preActivations of the decoder; left untouched
     * @param reconstructions overwritten
     */
    void decode(INDArray preActivations, INDArray reconstructions);

    /**
     * The cost and its gradient with respect to the decoder's pre-activations.
     *
     * @param preActivations of the decoder; left untouched
     * @param targets within {@link #targets()}; left untouched
     * @param gradients of the cost of each example; overwritten
     * @return cost summed over units and examples
     */
    double cost(INDArray preActivations, INDArray targets, INDArray gradients);

    /** How the parameters of a trained layer are rescaled before it is stacked on (strategy 2, item 41). */
    default CodeScaling scaling() {
        return CodeScaling.NONE;
    }
}
