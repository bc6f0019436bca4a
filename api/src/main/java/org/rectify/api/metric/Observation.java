package org.rectify.api.metric;

import org.nd4j.linalg.api.ndarray.INDArray;

/** One evaluated minibatch: what the network made of some examples. Valid until the next one is observed. */
public interface Observation {

    /** Number of examples. */
    int size();

    /** The true class of an example. */
    int label(int example);

    /** The class of highest probability; of equals the first. */
    int predicted(int example);

    /** The natural logarithm of the probability given to a class, exact where the probability underflows. */
    double logProbability(int example, int label);

    /** Number of hidden layers. */
    int hiddenLayers();

    /** Number of outputs of a hidden layer. */
    int hiddenOutputs(int layer);

    /** How many outputs of a hidden layer are exactly zero, over all examples. */
    long zeros(int layer);

    /** How many of the network's inputs are exactly zero, over all examples. */
    long inputZeros();

    /** Number of the network's inputs. */
    int inputs();

    /** The outputs of a hidden layer, after its sign mask: examples x outputs; a copy made on request. */
    INDArray hidden(int layer);
}
