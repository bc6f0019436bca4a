package org.rectify.engine.benchmark;

import java.util.Optional;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.engine.config.DeferredComponent;
import org.rectify.engine.config.ExperimentSpec;

/** Supervised learning, or inference, as a workload's file describes it. */
record NetworkSettings(
        @Describe("Where the examples come from.") DeferredComponent<Dataset> dataset,
        @Describe("The network.") ExperimentSpec.Network network,
        @Describe("How it learns.") Optimizer optimizer,

        @Describe(value = "Examples of a minibatch.", range = "[1, 1000000]")
        int minibatchSize,

        @Describe("What happens before the clock starts.") Optional<WarmUp> warmUp,

        @Describe(value = "Whether the network learns, or only answers.", defaultsTo = "true")
        boolean learning) {

    NetworkSettings {
        Require.in("minibatch-size", minibatchSize, "[1, 1000000]");
    }

    /** Learning until hidden outputs are sparse enough. */
    record WarmUp(
            @Describe(value = "The mean fraction of zeros to be reached.", range = "[0, 1)")
            double sparsity,

            @Describe("How the network learns until then.") Optimizer optimizer) {

        WarmUp {
            Require.in("sparsity", sparsity, "[0, 1)");
        }
    }
}
