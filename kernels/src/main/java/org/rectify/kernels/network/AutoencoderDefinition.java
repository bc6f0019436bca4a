package org.rectify.kernels.network;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.OutputRange;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.pretraining.ReconstructionSampling;
import org.rectify.api.reconstruction.ElementwiseReconstruction;
import org.rectify.api.reconstruction.Reconstruction;

/**
 * A denoising auto-encoder of one hidden layer, without its parameters (paper, section 3.2; item 33).
 *
 * <p>From corrupted inputs x the code is {@code h = signs * f(x W + b)}, the decoder's pre-activation {@code o = h V + c}; the
 * cost is the reconstruction's, between o and the clean inputs. With tied weights V is W transposed.
 *
 * @param encoder the layer that learns
 * @param index of the layer among the hidden layers, from 0: penalties may differ
 * @param inputRange the interval that holds clean inputs
 * @param penalty on the outputs of the code, before the signs (item 45)
 * @param cleanPenalty whether the penalty is on the code of the clean inputs instead
 * @param sampling which positions are rebuilt in learning; all where empty (item 92)
 */
public record AutoencoderDefinition(
        HiddenLayer encoder,
        int index,
        OutputRange inputRange,
        Reconstruction reconstruction,
        boolean tied,
        Optional<OutputPenalty> penalty,
        boolean cleanPenalty,
        Optional<ReconstructionSampling> sampling) {

    /**
     * Leaves out a penalty that the activation does not pay; refuses tied weights where units are not outputs, and sampling
     * with tied weights or a reconstruction that is not element-wise.
     */
    public AutoencoderDefinition {
        penalty = penalty.filter(one -> one.appliesTo(encoder.activation()));
        if (tied && encoder.units() != encoder.outputs()) {
            throw new IllegalArgumentException(
                    "weights cannot be tied: " + encoder.units() + " units have " + encoder.outputs() + " outputs");
        }
        if (sampling.isPresent() && tied) {
            throw new IllegalArgumentException("positions cannot be sampled where weights are tied");
        }
        if (sampling.isPresent() && !(reconstruction instanceof ElementwiseReconstruction)) {
            throw new IllegalArgumentException(
                    "positions cannot be sampled where the reconstruction is not element-wise: " + reconstruction);
        }
    }

    /** Number of inputs, which is the number of the decoder's units. */
    public int inputs() {
        return encoder.inputs();
    }

    /** Number of outputs of the code. */
    public int outputs() {
        return encoder.outputs();
    }

    /** Zeros in the shape of the parameters: those of the encoder, then those of the decoder, outputs x inputs. */
    public Parameters zeros(DataType type) {
        return new Parameters(List.of(
                new Parameters.Layer(Nd4j.zeros(type, inputs(), encoder.units()), Nd4j.zeros(type, 1, encoder.units())),
                new Parameters.Layer(Nd4j.zeros(type, outputs(), inputs()), Nd4j.zeros(type, 1, inputs()))));
    }

    /**
     * Multiply-adds of weights for one example when none is skipped: forward, and in learning the gradients of both
     * weights and of the code.
     */
    public long multiplyAdds(boolean learning) {
        long encoding = (long) inputs() * encoder.units();
        long decoding = (long) outputs() * inputs();
        return learning ? 2 * encoding + 3 * decoding : encoding + decoding;
    }
}
