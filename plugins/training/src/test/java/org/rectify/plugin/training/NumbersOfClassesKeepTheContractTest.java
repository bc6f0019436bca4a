package org.rectify.plugin.training;

import java.util.List;
import java.util.Map;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.output.Output;
import org.rectify.testkit.Components;
import org.rectify.testkit.OutputContract;

/** The linear output tells of classes the numbers that they stand for. */
class NumbersOfClassesKeepTheContractTest extends OutputContract {

    @Override
    protected Output output() {
        return Components.make(new TrainingPlugin().outputs(), "linear");
    }

    @Override
    protected DatasetInfo dataset() {
        return new DatasetInfo(
                "reviews",
                List.of(4),
                OutputRange.UNIT_INTERVAL,
                List.of("bad", "fair", "good"),
                List.of(1.0, 2.5, 5.0),
                "written by hand",
                Map.of());
    }
}
