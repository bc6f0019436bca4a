package org.rectify.dataset.norb.render;

import java.util.Arrays;

/**
 * Draws toys as both cameras see them: Lambert's law, a little gloss, light from everywhere, no shadows.
 *
 * <p>Not safe for use by several threads: it keeps the vertices of the toy it draws.
 */
final class ToyPainter {

    private static final double WHITE = 255;

    private float[] seen = new float[0];
    private float[] greys = new float[0];
    private float[] reversed = new float[0];
    private float[] projected = new float[0];

    /** Draws all toys of a scene over what the two pictures show. */
    void draw(Scene scene, Raster left, Raster right) {
        left.forgetSurfaces();
        right.forgetSurfaces();
        for (PosedToy toy : scene.toys()) {
            place(toy, scene);
            draw(toy.mesh(), Camera.LEFT, left);
            draw(toy.mesh(), Camera.RIGHT, right);
        }
    }

    /** Where the vertices are between the cameras, and how bright their two sides. */
    private void place(PosedToy toy, Scene scene) {
        Mesh mesh = toy.mesh();
        Pose pose = toy.pose();
        double[] turn = Turns.of(pose, scene.elevationDegrees());
        Point light = Turns.fromLevel(scene.light().towards(), scene.elevationDegrees());
        Point half = light.plus(new Point(0, 0, 1)).unit();
        makeRoom(mesh.vertices());
        for (int vertex = 0; vertex < mesh.vertices(); vertex++) {
            float x = mesh.place(vertex, 0);
            float y = mesh.place(vertex, 1);
            float z = mesh.place(vertex, 2);
            seen[3 * vertex] = (float) (pose.right() + pose.scale() * (turn[0] * x + turn[1] * y + turn[2] * z));
            seen[3 * vertex + 1] = (float) (pose.up() + pose.scale() * (turn[3] * x + turn[4] * y + turn[5] * z));
            seen[3 * vertex + 2] = (float) (pose.towards() + pose.scale() * (turn[6] * x + turn[7] * y + turn[8] * z));
            shade(mesh, vertex, turn, scene.light(), light, half);
        }
    }

    private void makeRoom(int vertices) {
        if (greys.length < vertices) {
            seen = Arrays.copyOf(seen, 3 * vertices);
            projected = Arrays.copyOf(projected, 3 * vertices);
            greys = Arrays.copyOf(greys, vertices);
            reversed = Arrays.copyOf(reversed, vertices);
        }
    }

    private void shade(Mesh mesh, int vertex, double[] turn, Light light, Point towards, Point half) {
        float x = mesh.normal(vertex, 0);
        float y = mesh.normal(vertex, 1);
        float z = mesh.normal(vertex, 2);
        double right = turn[0] * x + turn[1] * y + turn[2] * z;
        double up = turn[3] * x + turn[4] * y + turn[5] * z;
        double out = turn[6] * x + turn[7] * y + turn[8] * z;
        double falling = right * towards.x() + up * towards.y() + out * towards.z();
        double glancing = right * half.x() + up * half.y() + out * half.z();
        greys[vertex] = brightness(mesh.grey(vertex), falling, glancing, light);
        reversed[vertex] = brightness(mesh.grey(vertex), -falling, -glancing, light);
    }

    private static float brightness(float grey, double falling, double glancing, Light light) {
        double glare = Math.max(0, glancing);
        double fourth = glare * glare * glare * glare;
        double sixteenth = fourth * fourth * fourth * fourth;
        double diffuse = light.ambient() + light.strength() * Math.max(0, falling);
        return (float) (WHITE * (grey * diffuse + light.gloss() * sixteenth));
    }

    private void draw(Mesh mesh, Camera camera, Raster raster) {
        for (int vertex = 0; vertex < mesh.vertices(); vertex++) {
            float right = seen[3 * vertex];
            float towards = seen[3 * vertex + 2];
            float nearness = camera.nearness(right, towards);
            projected[3 * vertex] = camera.column(right, towards, nearness);
            projected[3 * vertex + 1] = camera.row(seen[3 * vertex + 1], nearness);
            projected[3 * vertex + 2] = nearness;
        }
        for (int triangle = 0; triangle < mesh.triangles(); triangle++) {
            draw(mesh, triangle, raster);
        }
    }

    private void draw(Mesh mesh, int triangle, Raster raster) {
        int a = mesh.corner(triangle, 0);
        int b = mesh.corner(triangle, 1);
        int c = mesh.corner(triangle, 2);
        float ax = projected[3 * a];
        float ay = projected[3 * a + 1];
        float bx = projected[3 * b];
        float by = projected[3 * b + 1];
        float cx = projected[3 * c];
        float cy = projected[3 * c + 1];
        // Rows run downwards, so that what is counter-clockwise from outside has a negative area here.
        boolean outside = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay) < 0;
        if (mesh.closed() && !outside) {
            return;
        }
        float[] side = outside ? greys : reversed;
        raster.triangle(
                ax,
                ay,
                projected[3 * a + 2],
                side[a],
                bx,
                by,
                projected[3 * b + 2],
                side[b],
                cx,
                cy,
                projected[3 * c + 2],
                side[c]);
    }
}
