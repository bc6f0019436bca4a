package org.rectify.testkit;

import java.util.List;
import java.util.Map;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStreams;

/** The same points, of which numbers are to be told: the sum of their coordinates, and the difference. */
class MeasuredPoints extends Points {

    List<String> targets() {
        return List.of("sum", "difference");
    }

    double target(float[] point, int target) {
        return target == 0 ? point[0] + point[1] : point[0] - point[1];
    }

    @Override
    DatasetInfo info() {
        return new DatasetInfo(
                "points",
                List.of(COLUMNS),
                OutputRange.UNIT_INTERVAL,
                List.of(),
                List.of(),
                "generated",
                Map.of("parameters", SHA256),
                targets());
    }

    @Override
    Split split(String name, int size, RandomStreams streams) {
        Features features = features(name, size, streams);
        float[] points = points(name, size, streams);
        return new Split() {
            @Override
            public Features features() {
                return features;
            }

            @Override
            public int label(int row) {
                return 0;
            }

            @Override
            public double target(int row, int target) {
                return MeasuredPoints.this.target(new float[] {points[2 * row], points[2 * row + 1]}, target);
            }
        };
    }
}
