package org.rectify.api.pretraining;

import java.util.Optional;
import org.rectify.api.array.OutputRange;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.reconstruction.Reconstruction;

/**
 * What an auto-encoder over a layer is besides the layer (items 33, 38-45).
 *
 * @param reconstruction decoder, cost and target
 * @param inputRange the interval that holds clean inputs; of a half-negated layer below, its outputs before their signs
 * @param tied whether the decoder's weights are the encoder's, transposed
 * @param penalty on the outputs of the code, before the signs (item 45)
 * @param cleanPenalty whether the penalty is on the code of the clean inputs, instead of that of the corrupted ones
 * @param sampling which positions of the input are rebuilt in learning; all where empty (item 92)
 * @param learningRate of gradient descent, above 0
 * @param minibatchSize at most
 * @since 0.1
 */
public record AutoencoderSpec(
        Reconstruction reconstruction,
        OutputRange inputRange,
        boolean tied,
        Optional<OutputPenalty> penalty,
        boolean cleanPenalty,
        Optional<ReconstructionSampling> sampling,
        double learningRate,
        int minibatchSize) {}
