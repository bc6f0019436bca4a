package org.rectify.plugin.reconstructions;

/**
 * A tanh decoder and the cross-entropy of target and output, both mapped to [0, 1] (paper, section 4.1; item 39).
 *
 * <p>(tanh o + 1) / 2 is the sigmoid of 2 o. Reconstructions are mapped too: in [0, 1], as the targets are.
 */
record TanhCrossEntropy() implements LogisticCrossEntropy {

    @Override
    public float steepness() {
        return 2;
    }
}
