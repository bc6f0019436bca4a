package org.rectify.api.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectify.api.stability.Experimental;

/**
 * An experiment as its components may see it before anything is read or trained.
 *
 * @since 0.2
 */
public interface ExperimentFacts {

    /** What the data set found; empty where it was not opened, as in a study that is being planned. */
    Optional<DataFacts> data();

    /** The hidden layers, from the first. */
    List<LayerFacts> hiddenLayers();

    /** What the output layer tells of an example. */
    Task task();

    /** What the experiment measures, by the names that it gives the metrics, in its order; the first is the headline. */
    Map<String, MetricDescription> metrics();

    /**
     * The registered name of the component that the experiment chose at a path; empty where there is none.
     *
     * @param path keys joined by dots: {@code "pretraining"}, {@code "network.activation"}
     */
    Optional<String> component(String path);

    /**
     * The components of a kind that can be made with the defaults of their options, by name: for saying what would do instead.
     *
     * @param component the kind's type, such as {@code Reconstruction.class}
     */
    @Experimental
    <T> Map<String, T> alternatives(Class<T> component);
}
