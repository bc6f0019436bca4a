package org.rectify.dataset.norb.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rectify.api.error.DataException;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

class ObjReaderTest {

    private static final String ROOF = """
            # a roof over a square
            mtllib roof.mtl
            o roof
            v 0 0 0 1.0
            v 2 0 0
            v 2 0 2 0.5 0.5 0.5
            v 0 0 2
            v 1 1.0e0 1
            vn 0 1 0
            vt 0 0
            usemtl red
            s off
            f 1 2 3 4
            f 1/1 2/1 5/1
            f 2//1 3//1 5//1
            f -3/1/1 -2/1/1 -1/1/1
            f 4 1 5   # closed
            """;

    @Test
    void readsVerticesAndFaces() {
        Mesh roof = read(ROOF);

        assertThat(roof.triangles()).isEqualTo(2 + 4);
        assertThat(roof.closed()).isFalse();
    }

    @Test
    void yOfTheFilePointsUp() {
        Mesh roof = read(ROOF);
        float highest = -9;
        for (int vertex = 0; vertex < roof.vertices(); vertex++) {
            highest = Math.max(highest, roof.place(vertex, 2));
        }

        // Half the height, in units of half the diagonal of the bounding box' base with half its height.
        assertThat(highest).isCloseTo((float) (.5 / Math.sqrt(1 + 1 + .25)), within(1e-6f));
        assertThat(Math.abs(roof.normal(0, 2))).isEqualTo(1);
    }

    @Test
    void linesMayEndInAnyWay() {
        assertThat(read(ROOF.replace("\n", "\r\n")).triangles()).isEqualTo(6);
    }

    @Test
    void namesFileAndLineOfWhatIsWrong() {
        refuses("v 1 2\n", "roof.obj, line 1: a vertex of 2 numbers, must be at least 3 and at most 7");
        refuses("\nv 1 x 2\n", "roof.obj, line 2: coordinate 'x', must be a number from -1e9 to 1e9");
        refuses("v 1 NaN 2\n", "roof.obj, line 1: coordinate 'NaN', must be a number from -1e9 to 1e9");
        refuses("v 1 1e300 2\n", "roof.obj, line 1: coordinate '1e300', must be a number from -1e9 to 1e9");
        refuses("v 1 1 2\nf 1 1\n", "roof.obj, line 2: a face of 2 corners, must be at least 3 and at most 1000");
        refuses("v 1 1 2\nf 1 1 2\n", "roof.obj, line 2: vertex 2 of a face, but there are 1 so far, from 1");
        refuses("v 1 1 2\nf 1 1 -2\n", "roof.obj, line 2: vertex -2 of a face, but there are 1 so far, from 1");
        refuses("v 1 1 2\nf 1 1 0\n", "roof.obj, line 2: vertex 0 of a face, but there are 1 so far, from 1");
        refuses(
                "v 1 1 2\nf 1 1 1.5\n",
                "roof.obj, line 2: corner '1.5', must be a vertex' number, as in 3, 3/1, 3//2 or 3/1/2");
        refuses("v 1 1 2\n", "roof.obj: a model without a face, must have at least one line f");
        refuses("", "roof.obj: a model without a face, must have at least one line f");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read("solid stl"))
                .withMessageStartingWith("roof.obj, line 1: unknown statement 'solid'; accepted are v, f");
    }

    @Test
    @Tag("slow")
    void damageIsEitherReadAsAModelOrADataError() {
        RandomStream random = new RandomStreams(1).stream("damage");
        byte[] sound = ROOF.getBytes(StandardCharsets.US_ASCII);
        int refused = 0;
        for (int trial = 0; trial < 100_000; trial++) {
            byte[] damaged = java.util.Arrays.copyOf(sound, 1 + random.nextInt(sound.length));
            for (int change = random.nextInt(4); change >= 0; change--) {
                int value =
                        random.nextBoolean() ? random.nextInt(256) : "0123456789-/.e vf\n".charAt(random.nextInt(18));
                damaged[random.nextInt(damaged.length)] = (byte) value;
            }
            try {
                Mesh mesh = ObjReader.read(Path.of("roof.obj"), damaged);
                for (int vertex = 0; vertex < mesh.vertices(); vertex++) {
                    assertThat(mesh.place(vertex, 0) + mesh.place(vertex, 1) + mesh.place(vertex, 2))
                            .isFinite();
                }
            } catch (DataException e) {
                refused++;
                assertThat(e).hasMessageStartingWith("roof.obj:");
            }
        }
        assertThat(refused).isBetween(10_000, 99_000);
    }

    private static void refuses(String text, String message) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(text))
                .withMessage(message);
    }

    private static Mesh read(String text) {
        return ObjReader.read(Path.of("roof.obj"), text.getBytes(StandardCharsets.US_ASCII));
    }
}
