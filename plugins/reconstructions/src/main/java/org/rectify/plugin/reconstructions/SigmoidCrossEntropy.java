package org.rectify.plugin.reconstructions;

/** A sigmoid decoder and cross-entropy (paper, section 3.2; item 38). */
record SigmoidCrossEntropy() implements LogisticCrossEntropy {}
