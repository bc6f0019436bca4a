package org.rectify.study.plan;

import java.util.List;
import org.rectify.api.facts.DataFacts;

/**
 * A study in which nothing wrong was found.
 *
 * @param experiments how many it consists of: cells, repetitions and points of the grid
 * @param data what its data sets find, each once; empty where they were not asked
 */
public record StudyCheck(int experiments, List<DataFacts> data) {

    /** Copies the list. */
    public StudyCheck {
        data = List.copyOf(data);
    }
}
