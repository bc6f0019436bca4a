package org.rectify.dataset.synthetic;

import java.nio.file.Path;
import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.random.RandomStreams;

/** The surroundings of a generator: a master seed, and no files. */
record SeededContext(RandomStreams random) implements ComponentContext {

    SeededContext(long seed) {
        this(new RandomStreams(seed));
    }

    @Override
    public Path dataDirectory() {
        return Path.of("no-such-folder");
    }

    @Override
    public Path experimentDirectory() {
        return Path.of("no-such-folder");
    }

    @Override
    public List<Integer> hiddenLayers() {
        return List.of();
    }
}
