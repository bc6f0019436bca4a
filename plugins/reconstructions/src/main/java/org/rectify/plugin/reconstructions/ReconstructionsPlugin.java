package org.rectify.plugin.reconstructions;

import java.util.List;
import org.rectify.api.plugin.Plugin;
import org.rectify.api.reconstruction.ReconstructionFactory;

/** Registers the reconstruction strategies of the paper and those its authors tried (paper, section 3.2; items 38-44). */
public final class ReconstructionsPlugin implements Plugin {

    @Override
    public List<ReconstructionFactory<?>> reconstructions() {
        return List.of(
                NamedReconstruction.of(
                        "softplus-quadratic",
                        "Softplus decoder and squared error, the paper's strategy 1: for images.",
                        "section 3.2, items 40 and 44",
                        new SoftplusQuadratic()),
                new NamedReconstruction<>(
                        "scaled-sigmoid-cross-entropy",
                        "Codes scaled to [0, 1], sigmoid decoder and cross-entropy, the paper's strategy 2: for text.",
                        "section 3.2, item 41",
                        ScaledSigmoidCrossEntropy.Options.class,
                        ScaledSigmoidCrossEntropy::new),
                NamedReconstruction.of(
                        "tanh-cross-entropy",
                        "Tanh decoder and cross-entropy, both mapped to [0, 1]: for tanh networks.",
                        "section 4.1, item 39",
                        new TanhCrossEntropy()),
                NamedReconstruction.of(
                        "sigmoid-cross-entropy",
                        "Sigmoid decoder and cross-entropy: for values in [0, 1] or [-1, 1].",
                        "section 3.2, item 38",
                        new SigmoidCrossEntropy()),
                NamedReconstruction.of(
                        "linear-quadratic",
                        "Linear decoder and squared error: for values of any size and sign.",
                        "section 3.2, item 43",
                        new LinearQuadratic()),
                NamedReconstruction.of(
                        "rectifier-quadratic",
                        "Rectifier decoder and squared error, which never revives a unit that is silent where it should not be.",
                        "section 3.2, items 42 and 43",
                        new RectifierQuadratic()),
                NamedReconstruction.of(
                        "squashed-sigmoid-cross-entropy",
                        "Codes mapped to (0, 1) by the sigmoid, sigmoid decoder and cross-entropy.",
                        "item 43",
                        new SquashedSigmoidCrossEntropy()),
                new NamedReconstruction<>(
                        "censored-gaussian",
                        "The likelihood of a normal variable seen only where it is positive.",
                        "item 43",
                        CensoredGaussian.Options.class,
                        CensoredGaussian::new),
                new NamedReconstruction<>(
                        "censored-laplace",
                        "The likelihood of a Laplace variable seen only where it is positive.",
                        "item 43",
                        CensoredLaplace.Options.class,
                        CensoredLaplace::new));
    }
}
