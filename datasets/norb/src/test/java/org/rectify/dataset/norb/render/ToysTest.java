package org.rectify.dataset.norb.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ToysTest {

    private final List<Mesh> all = Stream.of(Toys.training(), Toys.test())
            .flatMap(toys -> ToyCategory.all().stream().flatMap(category -> toys.of(category).stream()))
            .toList();

    @Test
    void eachCategoryHasFiveToysForTrainingAndFiveOthersForTheTest() {
        for (ToyCategory category : ToyCategory.all()) {
            assertThat(Toys.training().of(category)).hasSize(5);
            assertThat(Toys.test().of(category)).hasSize(5);
        }
        Set<List<Float>> shapes = new HashSet<>();
        all.forEach(mesh -> shapes.add(places(mesh)));
        assertThat(shapes).hasSize(50);
    }

    @Test
    void everyToyJustFitsTheUnitBall() {
        assertThat(all).allSatisfy(mesh -> {
            double farthest = IntStream.range(0, mesh.vertices())
                    .mapToDouble(vertex -> length(mesh.place(vertex, 0), mesh.place(vertex, 1), mesh.place(vertex, 2)))
                    .max()
                    .orElseThrow();
            assertThat(farthest).isCloseTo(1, within(1e-6));
        });
    }

    @Test
    void normalsHaveLengthOneAndGreysAreShares() {
        assertThat(all).allSatisfy(mesh -> {
            for (int vertex = 0; vertex < mesh.vertices(); vertex++) {
                assertThat(length(mesh.normal(vertex, 0), mesh.normal(vertex, 1), mesh.normal(vertex, 2)))
                        .isCloseTo(1, within(1e-5));
                assertThat(mesh.grey(vertex)).isBetween(0f, 1f);
            }
        });
    }

    /** Triangles that are turned away are not drawn, so that one turned inside out would be a hole. */
    @Test
    void trianglesTurnTheSameWayAsTheirNormals() {
        assertThat(all).allSatisfy(mesh -> {
            for (int triangle = 0; triangle < mesh.triangles(); triangle++) {
                Point a = place(mesh, triangle, 0);
                Point facing = place(mesh, triangle, 1)
                        .minus(a)
                        .cross(place(mesh, triangle, 2).minus(a));
                Point normal = new Point(0, 0, 0);
                for (int corner = 0; corner < 3; corner++) {
                    int vertex = mesh.corner(triangle, corner);
                    normal = normal.plus(
                            new Point(mesh.normal(vertex, 0), mesh.normal(vertex, 1), mesh.normal(vertex, 2)));
                }
                assertThat(facing.dot(normal)).as("triangle %d", triangle).isGreaterThan(-1e-6);
            }
        });
    }

    private static Point place(Mesh mesh, int triangle, int corner) {
        int vertex = mesh.corner(triangle, corner);
        return new Point(mesh.place(vertex, 0), mesh.place(vertex, 1), mesh.place(vertex, 2));
    }

    private static double length(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static List<Float> places(Mesh mesh) {
        return IntStream.range(0, 3 * mesh.vertices())
                .mapToObj(i -> mesh.place(i / 3, i % 3))
                .toList();
    }
}
