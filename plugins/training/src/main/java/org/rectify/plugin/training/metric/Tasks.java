package org.rectify.plugin.training.metric;

import java.util.List;
import org.rectify.api.component.Objection;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.facts.Task;

/** Whether a metric and the network's output are about the same. */
public final class Tasks {

    private Tasks() {}

    /** Objects to an output of another task. */
    public static List<Objection> require(Task task, ExperimentFacts facts) {
        return facts.task() == task
                ? List.of()
                : List.of(Objection.of(
                        "measures " + name(task) + ", and the network's output is for " + name(facts.task()),
                        "another metric, or another network.output"));
    }

    private static String name(Task task) {
        return task == Task.CLASSIFICATION ? "classification" : "regression";
    }
}
