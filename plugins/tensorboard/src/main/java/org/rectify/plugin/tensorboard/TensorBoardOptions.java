package org.rectify.plugin.tensorboard;

import java.nio.file.Path;
import java.util.Optional;
import org.rectify.api.component.Describe;

/** Where event files go and what they hold. */
record TensorBoardOptions(
        @Describe(
                "A folder that gets a folder of events for each run, under the name of the run's own; without it, events go to the"
                        + " folder tensorboard in the run directory.")
        Optional<Path> directory,

        @Describe(
                value = "Whether histograms of weights, biases and hidden outputs are written at each check.",
                defaultsTo = "true")
        boolean histograms) {}
