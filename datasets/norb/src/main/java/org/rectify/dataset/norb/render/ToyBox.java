package org.rectify.dataset.norb.render;

import java.util.Map;

/**
 * All toys of a data set: those for training and validation, and others for the test.
 *
 * @param identity differs wherever the toys do
 * @param checksums SHA-256 of each file they were read from, by its path
 */
record ToyBox(Toys training, Toys test, String identity, Map<String, String> checksums) {

    ToyBox {
        checksums = Map.copyOf(checksums);
    }

    /** The built-in toys: ten of each category. */
    static ToyBox builtIn() {
        return new ToyBox(Toys.training(), Toys.test(), "built-in toys", Map.of());
    }
}
