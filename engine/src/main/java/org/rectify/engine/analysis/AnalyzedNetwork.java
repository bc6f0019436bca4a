package org.rectify.engine.analysis;

import org.rectify.api.initializer.Initializer;
import org.rectify.api.random.RandomStreams;
import org.rectify.kernels.Backend;
import org.rectify.kernels.network.NetworkDefinition;

/**
 * A trained network and what it takes to measure it.
 *
 * @param definition the network, without its parameters
 * @param network the same with its trained parameters
 * @param examples of the test split
 * @param outputs what the network makes of them
 * @param probe what a linear classifier is trained on and chosen by
 * @param initializer draws parameters as they were before learning
 * @param random streams for the analyses alone
 * @param backend trains linear classifiers
 */
record AnalyzedNetwork(
        NetworkDefinition definition,
        DoubleNetwork network,
        AnalyzedExamples examples,
        DoubleNetwork.Outputs outputs,
        ProbeData probe,
        Initializer initializer,
        RandomStreams random,
        Backend backend) {

    /** AnalyzedExamples with labels that the final report has no part in. */
    record ProbeData(AnalyzedExamples train, AnalyzedExamples validation) {}

    /** A subject whose outputs are computed here. */
    static AnalyzedNetwork of(
            NetworkDefinition definition,
            DoubleNetwork network,
            AnalyzedExamples examples,
            ProbeData probe,
            Initializer initializer,
            RandomStreams random,
            Backend backend) {
        return new AnalyzedNetwork(
                definition, network, examples, network.forward(examples.inputs()), probe, initializer, random, backend);
    }

    /** Number of hidden layers. */
    int layers() {
        return definition.hidden().size();
    }

    /** The name of a hidden layer, from 0, in figures. */
    static String layerName(int layer) {
        return "layer " + (layer + 1);
    }
}
