package org.rectify.testkit;

import java.nio.file.Path;
import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.random.RandomStreams;

/**
 * The surroundings of a component in a test: fixed, and changed by making a copy.
 *
 * @since 0.1
 */
public record TestContext(
        RandomStreams random, Path dataDirectory, Path experimentDirectory, List<Integer> hiddenLayers)
        implements ComponentContext {

    /** Copies the list. */
    public TestContext {
        hiddenLayers = List.copyOf(hiddenLayers);
    }

    /**
     * Master seed 1, no hidden layers, experiment files in the directory, data sets in its folder {@code data}.
     *
     * @param directory a test's temporary directory; need not exist
     */
    public static TestContext in(Path directory) {
        return new TestContext(new RandomStreams(1), directory.resolve("data"), directory, List.of());
    }

    /** The same with another master seed. */
    public TestContext withSeed(long seed) {
        return new TestContext(new RandomStreams(seed), dataDirectory, experimentDirectory, hiddenLayers);
    }

    /** The same with data sets elsewhere. */
    public TestContext withDataDirectory(Path directory) {
        return new TestContext(random, directory, experimentDirectory, hiddenLayers);
    }

    /** The same with hidden layers of these sizes, from the first. */
    public TestContext withHiddenLayers(Integer... units) {
        return new TestContext(random, dataDirectory, experimentDirectory, List.of(units));
    }
}
