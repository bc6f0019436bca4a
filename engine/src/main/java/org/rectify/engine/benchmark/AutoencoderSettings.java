package org.rectify.engine.benchmark;

import java.util.Optional;
import org.rectify.api.activation.Activation;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.pretraining.ReconstructionSampling;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.engine.config.DeferredComponent;

/** Pre-training of one layer by a denoising auto-encoder with a decoder of its own, as a workload's file describes it. */
record AutoencoderSettings(
        @Describe("What is rebuilt.") Inputs inputs,

        @Describe(value = "Units of the code.", range = "[1, 1000000]")
        int units,

        @Describe("The activation of the code.") Activation activation,
        @Describe("The first values of both weights.") Initializer initializer,
        @Describe("What is done to the inputs.") Corruption corruption,
        @Describe("Decoder and cost.") Reconstruction reconstruction,

        @Describe("Which positions are rebuilt; all where left out.")
        Optional<ReconstructionSampling> sampling,

        @Describe(value = "The step of gradient descent.", range = "[0, inf)")
        double learningRate,

        @Describe(value = "Examples of a minibatch.", range = "[1, 1000000]")
        int minibatchSize) {

    AutoencoderSettings {
        Require.in("units", units, "[1, 1000000]");
        Require.in("learning-rate", learningRate, "[0, inf)");
        Require.in("minibatch-size", minibatchSize, "[1, 1000000]");
    }

    /** Clean inputs: codes of a layer on a data set, or bags of words. */
    record Inputs(
            @Describe("The data set below the layer below.") Optional<DeferredComponent<Dataset>> dataset,
            @Describe("Rectifier units of the layer below.") Optional<Integer> below,
            @Describe("Bags of words instead.") Optional<Words> words) {}

    /** Binary inputs of which few are set. */
    record Words(
            @Describe(value = "Number of inputs.", range = "[1, 1000000]")
            int vocabulary,

            @Describe(value = "How many of them are set in an example.", range = "[1, 1000000]")
            int perExample,

            @Describe(value = "Number of examples.", range = "[1, 1000000]")
            int examples) {

        Words {
            Require.in("vocabulary", vocabulary, "[1, 1000000]");
            Require.in("per-example", perExample, "[1, 1000000]");
            Require.in("examples", examples, "[1, 1000000]");
        }
    }
}
