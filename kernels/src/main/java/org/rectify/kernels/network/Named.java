package org.rectify.kernels.network;

/**
 * A component and the name under which an experiment reports on it: its own, or that of the component's type.
 *
 * @param <T> the component's type
 * @param name kebab-case, unique in its list
 * @param type its registered name
 */
public record Named<T>(String name, String type, T component) {

    /** A component under the name of its type. */
    public static <T> Named<T> of(String type, T component) {
        return new Named<>(type, type, component);
    }
}
