package org.rectify.plugin.training;

import java.nio.file.Path;
import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.random.RandomStreams;

/** The surroundings of components that ask for none. */
record NoContext() implements ComponentContext {

    @Override
    public RandomStreams random() {
        return new RandomStreams(1);
    }

    @Override
    public Path dataDirectory() {
        return Path.of("data");
    }

    @Override
    public Path experimentDirectory() {
        return Path.of(".");
    }

    @Override
    public List<Integer> hiddenLayers() {
        return List.of();
    }
}
