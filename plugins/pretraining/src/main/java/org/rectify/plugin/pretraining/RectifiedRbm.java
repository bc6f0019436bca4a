package org.rectify.plugin.pretraining;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.PerLayer;
import org.rectify.api.component.Require;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.PretrainingFactory;

/** Restricted Boltzmann machines with noisy rectified hidden units, layer by layer (item 91, section 11.6). */
final class RectifiedRbm implements PretrainingFactory<RectifiedRbm.Options> {

    /** How each machine learns. */
    record Options(
            @Describe(
                    value =
                            "The visible units of the first layer: gaussian, of variance 1, or binary, for inputs in [0, 1];"
                                    + " those of the layers above are gaussian.",
                    defaultsTo = "gaussian",
                    source = "item 91")
            Visible visible,

            @Describe(
                    value =
                            "The step along the mean gradient of a minibatch; one number, or one for each hidden layer.",
                    defaultsTo = "0.005",
                    range = "(0, inf)",
                    source = "item 91")
            PerLayer<Double> learningRate,

            @Describe(
                    value = "Passes over the training inputs, 0 to leave a layer as it is; one number, or one for each"
                            + " hidden layer.",
                    defaultsTo = "20",
                    range = "[0, inf)",
                    source = "section 11.6")
            PerLayer<Integer> epochs,

            @Describe(
                    value = "Examples of a minibatch; an epoch's last one may have fewer.",
                    defaultsTo = "100",
                    range = "[1, inf)")
            int minibatchSize,

            @Describe(
                    value = "The part of each weight, not of biases, that is taken away for a learning rate of 1.",
                    defaultsTo = "0",
                    range = "[0, inf)")
            double weightDecay) {

        Options {
            Require.eachIn("learning-rate", learningRate, "(0, inf)");
            Require.eachIn("epochs", epochs, "[0, inf)");
            Require.in("minibatch-size", minibatchSize, "[1, inf)");
            Require.in("weight-decay", weightDecay, "[0, inf)");
        }
    }

    @Override
    public String name() {
        return "rectified-rbm";
    }

    @Override
    public String summary() {
        return "Learns each layer as a restricted Boltzmann machine with noisy rectified hidden units, by one step of"
                + " contrastive divergence.";
    }

    @Override
    public String source() {
        return "item 91";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Pretraining create(Options options, ComponentContext context) {
        return new RbmPretraining(options);
    }
}
