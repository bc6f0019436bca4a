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
record Subject(
        NetworkDefinition definition,
        DoubleNetwork network,
        Examples examples,
        DoubleNetwork.Outputs outputs,
        ProbeData probe,
        Initializer initializer,
        RandomStreams random,
        Backend backend) {

    /** Examples with labels that the final report has no part in. */
    record ProbeData(Examples train, Examples validation) {}

    /** A subject whose outputs are computed here. */
    static Subject of(
            NetworkDefinition definition,
            DoubleNetwork network,
            Examples examples,
            ProbeData probe,
            Initializer initializer,
            RandomStreams random,
            Backend backend) {
        return new Subject(
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
