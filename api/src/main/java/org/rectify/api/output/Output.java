package org.rectify.api.output;

import java.util.List;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Task;

/**
 * What the last layer of a network tells, and what it costs to be wrong (paper, section 4.1; item 16). Immutable.
 *
 * @since 0.2
 */
public interface Output {

    /** What it tells of an example. */
    Task task();

    /**
     * The names of the metrics that every result holds; the first is the headline, which choices go by unless an experiment
     * names another.
     */
    List<String> metrics();

    /**
     * The output layer for a data set.
     *
     * @throws org.rectify.api.error.DataException when the data set has nothing of the kind to be told
     */
    OutputLayer on(DatasetInfo dataset);
}
