package org.rectify.dataset.norb.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rectify.api.random.RandomStreams;

class ExampleTest {

    private static final int ALL_VIEWS = 6 * 5 * 9 * 18 * 6;

    private final Toys toys = Toys.training();
    private final RandomStreams streams = new RandomStreams(1);

    @Test
    void asManyExamplesAsAFileOfNorbHoldShowEachViewOnce() {
        Set<List<Object>> views = new HashSet<>();
        Set<Double> elevations = new TreeSet<>();
        Set<Double> azimuths = new TreeSet<>();
        for (int index = 0; index < ALL_VIEWS; index++) {
            if (Example.label(index) < 5) {
                Scene scene = scene(index);
                PosedToy toy = scene.toys().get(0);
                assertThat(toys.of(ToyCategory.of(Example.label(index)))).contains(toy.mesh());
                elevations.add(scene.elevationDegrees());
                azimuths.add(toy.pose().azimuthDegrees());
                views.add(
                        List.of(toy.mesh(), scene.elevationDegrees(), toy.pose().azimuthDegrees(), scene.light()));
            }
        }

        assertThat(ALL_VIEWS).isEqualTo(29_160);
        assertThat(views).hasSize(ALL_VIEWS / 6 * 5);
        assertThat(elevations).containsExactly(30.0, 35.0, 40.0, 45.0, 50.0, 55.0, 60.0, 65.0, 70.0);
        assertThat(azimuths).hasSize(18).startsWith(0.0, 20.0).endsWith(340.0);
    }

    @Test
    void placeSizeRollBrightnessAndContrastFillTheirRanges() {
        double[] lowest = {9, 9, 9, 9, 9, 99};
        double[] highest = {-9, -9, -9, -9, -9, -99};
        for (int index = 0; index < 3000; index += 6) {
            Scene scene = scene(index);
            Pose pose = scene.toys().get(0).pose();
            double[] drawn = {
                pose.right(), pose.up(), pose.scale(), pose.rollDegrees(), scene.contrast(), scene.brightness()
            };
            for (int i = 0; i < drawn.length; i++) {
                lowest[i] = Math.min(lowest[i], drawn[i]);
                highest[i] = Math.max(highest[i], drawn[i]);
            }
        }

        double[][] ranges = {{-.12, .12}, {-.12, .12}, {.78, 1}, {-5, 5}, {.8, 1.3}, {-20, 20}};
        for (int i = 0; i < ranges.length; i++) {
            double margin = (ranges[i][1] - ranges[i][0]) / 20;
            assertThat(lowest[i]).isBetween(ranges[i][0], ranges[i][0] + margin);
            assertThat(highest[i]).isBetween(ranges[i][1] - margin, ranges[i][1]);
        }
    }

    @Test
    void theSixthClassShowsNothingButTheToyAtTheEdge() {
        for (int index = 5; index < 600; index += 6) {
            Pose pose = scene(index).toys().get(0).pose();

            assertThat(Example.label(index)).isEqualTo(5);
            assertThat(scene(index).toys()).hasSize(1);
            assertThat(Math.max(Math.abs(pose.right()), Math.abs(pose.up()))).isGreaterThan(1.2);
        }
    }

    private Scene scene(int index) {
        return Example.scene(index, toys, true, streams.stream("train", index));
    }
}
