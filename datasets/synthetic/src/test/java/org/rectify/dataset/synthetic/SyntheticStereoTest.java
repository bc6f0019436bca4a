package org.rectify.dataset.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.Dataset;
import org.rectify.testkit.TestContext;

class SyntheticStereoTest {

    @Test
    void pairsHaveNorbsShapeRangeAndClasses() {
        Dataset dataset = generate(1, 10, 0.05);

        assertThat(dataset.info().name()).isEqualTo("synthetic-stereo");
        assertThat(dataset.info().shape()).containsExactly(2, 32, 32);
        assertThat(dataset.info().range()).isEqualTo(OutputRange.SIGNED_UNIT_INTERVAL);
        assertThat(dataset.info().classes())
                .isEqualTo(List.of("animal", "human", "airplane", "truck", "car", "background"));
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
                .isEqualTo("32c0a2003833e6dc311657ea8c11f1ff1abde952b4259a06779bf77b93e4a894");
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

    @Test
    void bothCamerasSeeTheSameSceneFromDifferentPlaces() {
        Dataset dataset = generate(1, 60, 0);
        for (int row = 0; row < 60; row++) {
            float[] pair = Examples.inputs(dataset.train(), row);
            double differing = 0;
            for (int pixel = 0; pixel < 1_024; pixel++) {
                differing += Math.abs(pair[pixel] - pair[1_024 + pixel]) / 1_024;
            }
            assertThat(differing).as("mean difference of pair %s", row).isBetween(1e-3, 0.35);
        }
    }

    /** Without noise, the ground changes by little from pixel to pixel; toys have borders. */
    @Test
    void onlyTheBackgroundIsWithoutAToyInTheMiddle() {
        Dataset dataset = generate(1, 300, 0);
        int background = dataset.info().classes().indexOf("background");
        for (int row = 0; row < 300; row++) {
            float[] pair = Examples.inputs(dataset.train(), row);
            double steepest = 0;
            for (int y = 10; y < 22; y++) {
                for (int x = 10; x < 22; x++) {
                    steepest = Math.max(steepest, Math.abs(pair[32 * y + x] - pair[32 * y + x + 1]));
                }
            }
            if (dataset.train().label(row) == background) {
                assertThat(steepest).as("steepest step of background %s", row).isLessThan(0.35);
            } else {
                assertThat(steepest).as("steepest step of toy %s", row).isGreaterThan(0.06);
            }
        }
    }

    @Test
    void noiseChangesEveryPixelALittle() {
        float[] clean = Examples.inputs(generate(1, 1, 0).train(), 0);
        float[] noisy = Examples.inputs(generate(1, 1, 0.1).train(), 0);
        double squares = 0;
        int changed = 0;
        for (int pixel = 0; pixel < clean.length; pixel++) {
            double difference = (noisy[pixel] - clean[pixel]) / 2;
            squares += difference * difference;
            changed += difference == 0 ? 0 : 1;
        }

        assertThat(Math.sqrt(squares / clean.length)).isBetween(0.08, 0.11);
        assertThat(changed).isGreaterThan(1_800);
    }

    static Dataset generate(long seed, int size, double noise) {
        return new SyntheticStereoFactory()
                .create(
                        new SyntheticStereoOptions(size, size, size, noise),
                        TestContext.in(Path.of("no-such-folder")).withSeed(seed));
    }
}
