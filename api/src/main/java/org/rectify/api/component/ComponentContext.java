package org.rectify.api.component;

import java.nio.file.Path;
import java.util.List;
import org.rectify.api.random.RandomStreams;

/**
 * What surrounds a component while it is made.
 *
 * @since 0.1
 */
public interface ComponentContext {

    /** The run's random streams; a component keeps the streams' factory at most, never a stream. */
    RandomStreams random();

    /** The folder under which data sets lie, one folder each; it need not exist. */
    Path dataDirectory();

    /** The folder against which relative paths of the experiment file are resolved. */
    Path experimentDirectory();

    /** Sizes of the hidden layers, from the first; empty where no network is described. */
    List<Integer> hiddenLayers();
}
