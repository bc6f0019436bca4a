package org.rectify.dataset.mnist;

import java.nio.file.Path;
import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.random.RandomStreams;

/** The surroundings of a data set whose files lie in one folder. */
record FolderContext(Path dataDirectory) implements ComponentContext {

    @Override
    public RandomStreams random() {
        return new RandomStreams(1);
    }

    @Override
    public Path experimentDirectory() {
        return dataDirectory;
    }

    @Override
    public List<Integer> hiddenLayers() {
        return List.of();
    }
}
