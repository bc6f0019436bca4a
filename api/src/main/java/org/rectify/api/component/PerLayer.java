package org.rectify.api.component;

import java.util.List;

/**
 * A value for each hidden layer: one for all, or a list as long as the network is deep.
 *
 * <p>The engine refuses a list of another length before training, naming its line.
 *
 * @param values one element, or one for each hidden layer from the first
 * @since 0.1
 */
public record PerLayer<T>(List<T> values) {

    /** Refuses an empty list. */
    public PerLayer {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a value for each layer needs at least one value");
        }
        values = List.copyOf(values);
    }

    /** The same value for every layer. */
    public static <T> PerLayer<T> all(T value) {
        return new PerLayer<>(List.of(value));
    }

    /**
     * The value of one layer.
     *
     * @param layer counted from 0
     */
    public T of(int layer) {
        return values.size() == 1 ? values.get(0) : values.get(layer);
    }

    /** Whether the values serve a network of this many hidden layers. */
    public boolean fits(int layers) {
        return values.size() == 1 || values.size() == layers;
    }
}
