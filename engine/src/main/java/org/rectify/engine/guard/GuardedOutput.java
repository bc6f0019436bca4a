package org.rectify.engine.guard;

import java.util.HashSet;
import java.util.List;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Task;
import org.rectify.api.output.Output;
import org.rectify.api.output.OutputLayer;

/**
 * An output behind its guard.
 *
 * @param guard its guard
 */
public record GuardedOutput(Output output, Guard guard) implements Output, Guarded {

    /** The same output behind a guard. */
    public static Output of(Output output, Guard guard) {
        return new GuardedOutput(output, guard);
    }

    @Override
    public Object component() {
        return output;
    }

    @Override
    public Task task() {
        return guard.ask("task", output::task);
    }

    @Override
    public List<String> metrics() {
        List<String> metrics = guard.list("metrics", output::metrics);
        if (metrics.isEmpty()) {
            throw guard.fault("metrics", "gives none; the first of them tells which epoch is the best");
        }
        if (new HashSet<>(metrics).size() < metrics.size()) {
            throw guard.fault("metrics", "gives a name twice: " + metrics);
        }
        return metrics;
    }

    @Override
    public OutputLayer on(DatasetInfo dataset) {
        GuardedOutputLayer layer = new GuardedOutputLayer(guard.ask("on", () -> output.on(dataset)), guard);
        int classes = dataset.classes().size();
        if (layer.task() != task()) {
            throw guard.fault("on", "gives a layer for " + layer.task() + ", but task() is " + task());
        }
        if (layer.task() == Task.CLASSIFICATION && layer.units() != classes) {
            throw guard.fault("on", "gives a layer of " + layer.units() + " units for " + classes + " classes");
        }
        return layer;
    }

    @Override
    public String toString() {
        return guard.toString();
    }
}
