package org.rectify.dataset.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.Dataset;
import org.rectify.testkit.TestContext;

class SyntheticTexturesTest {

    @Test
    void texturesHaveTheShapeAndRangeOfCifar10() {
        Dataset dataset = generate(1, 10, 0.05);

        assertThat(dataset.info().name()).isEqualTo("synthetic-textures");
        assertThat(dataset.info().shape()).containsExactly(3, 32, 32);
        assertThat(dataset.info().range()).isEqualTo(OutputRange.UNIT_INTERVAL);
        assertThat(dataset.info().classes())
                .isEqualTo(List.of(
                        "rows",
                        "columns",
                        "diagonals",
                        "checks",
                        "dots",
                        "rings",
                        "bricks",
                        "zigzags",
                        "clouds",
                        "spots"));
    }

    @Test
    void theSeedAndThePlaceAloneDecideAnExample() {
        Dataset few = generate(7, 3, 0.05);
        Dataset many = generate(7, 30, 0.05);

        assertThat(Examples.inputs(few.train(), 2)).isEqualTo(Examples.inputs(many.train(), 2));
        assertThat(few.train().label(2)).isEqualTo(many.train().label(2));
        assertThat(Examples.inputs(few.test(), 2)).isEqualTo(Examples.inputs(many.test(), 2));
        assertThat(Examples.inputs(generate(8, 3, 0.05).train(), 2)).isNotEqualTo(Examples.inputs(few.train(), 2));
    }

    /** Results are compared over versions: whoever changes the drawing raises the generator's version with this sum. */
    @Test
    void versionOneDrawsThesePixels() {
        assertThat(Examples.sha256(generate(1, 40, 0.05)))
                .isEqualTo("ccc2150812e4fba47a31477082b32e6cd8378a21d316e8e51d92f8d6da12a51b");
    }

    @Test
    void classesAreEquallyLikely() {
        int[] counts = Examples.classCounts(generate(1, 1_200, 0.05));

        double expected = 1_200.0 / counts.length;
        double fourDeviations = 4 * Math.sqrt(expected * (1 - 1.0 / counts.length));
        for (int count : counts) {
            assertThat((double) count).isBetween(expected - fourDeviations, expected + fourDeviations);
        }
    }

    /** Rows change along columns, columns along rows. */
    @Test
    void rowsLieAndColumnsStand() {
        Dataset dataset = generate(1, 300, 0);
        for (int row = 0; row < 300; row++) {
            int label = dataset.train().label(row);
            float[] picture = Examples.inputs(dataset.train(), row);
            double across = 0;
            double down = 0;
            for (int pixel = 0; pixel < picture.length; pixel++) {
                if (pixel % 32 < 31 && pixel % 1_024 < 992) {
                    across += Math.abs(picture[pixel + 1] - picture[pixel]);
                    down += Math.abs(picture[pixel + 32] - picture[pixel]);
                }
            }
            if (label == 0) {
                assertThat(down).as("change of rows %s", row).isGreaterThan(2 * across);
            } else if (label == 1) {
                assertThat(across).as("change of columns %s", row).isGreaterThan(2 * down);
            }
        }
    }

    @Test
    void picturesAreOfDifferentColours() {
        Dataset dataset = generate(1, 50, 0.05);
        double difference = 0;
        for (int row = 0; row < 50; row++) {
            float[] picture = Examples.inputs(dataset.train(), row);
            for (int pixel = 0; pixel < 1_024; pixel++) {
                difference += Math.abs(picture[pixel] - picture[2_048 + pixel]) / (50 * 1_024);
            }
        }

        assertThat(difference).as("mean difference of red and blue").isGreaterThan(0.1);
    }

    static Dataset generate(long seed, int size, double noise) {
        return new SyntheticTexturesFactory()
                .create(
                        new SyntheticTexturesOptions(size, size, size, noise),
                        TestContext.in(Path.of("no-such-folder")).withSeed(seed));
    }
}
