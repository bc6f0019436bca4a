package org.rectify.testkit;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Task;

/** What contract tests tell components of the data. */
final class TestData {

    private TestData() {}

    /** Five classes that stand for the numbers 1 to 5, or three numbers to be told. */
    static DatasetInfo info(Task task) {
        boolean classes = task == Task.CLASSIFICATION;
        return new DatasetInfo(
                "made for a test",
                List.of(5),
                OutputRange.NON_NEGATIVE,
                classes ? List.of("one", "two", "three", "four", "five") : List.of(),
                classes ? IntStream.rangeClosed(1, 5).mapToObj(Double::valueOf).toList() : List.of(),
                "written by hand",
                Map.of(),
                classes ? List.of() : List.of("length", "width", "height"));
    }
}
