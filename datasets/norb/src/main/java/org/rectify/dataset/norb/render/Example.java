package org.rectify.dataset.norb.render;

import java.util.ArrayList;
import java.util.List;
import org.rectify.api.random.RandomStream;

/**
 * What example i of a split shows (items 51 and 59b): class i modulo 6, and of each class one view after another.
 *
 * <p>The views of a class run through all instances, 9 elevations, 18 azimuths and 6 lightings, each once, as those of a file of
 * NORB do; then again. All else is drawn from the example's stream: place, size, roll, brightness, contrast, and the toy at the
 * edge.
 */
final class Example {

    private static final int ELEVATIONS = 9;
    private static final int AZIMUTHS = 18;

    /** Steps through the views, prime and near their number's golden section, so that few examples spread over all views. */
    private static final int STRIDE = 3001;

    private Example() {}

    /** The class of an example. */
    static int label(int index) {
        return index % ToyCategory.CLASSES;
    }

    /**
     * The scene of an example.
     *
     * @param toys of its split
     * @param clutter whether there is a toy at the edge
     * @param random the example's own stream
     */
    static Scene scene(int index, Toys toys, boolean clutter, RandomStream random) {
        int label = label(index);
        boolean blank = label >= ToyCategory.all().size();
        List<Mesh> meshes = toys.of(blank ? ToyCategory.ANIMAL : ToyCategory.of(label));
        long views = (long) meshes.size() * Light.ALL.size() * AZIMUTHS * ELEVATIONS;
        long view = (long) (index / ToyCategory.CLASSES) % views * STRIDE % views;
        Mesh mesh = meshes.get((int) (view % meshes.size()));
        view /= meshes.size();
        Light light = Light.ALL.get((int) (view % Light.ALL.size()));
        view /= Light.ALL.size();
        Pose pose = jittered(20.0 * (view % AZIMUTHS), random);
        double elevation = 30 + 5.0 * (view / AZIMUTHS);
        List<PosedToy> shown = new ArrayList<>();
        if (!blank) {
            shown.add(new PosedToy(mesh, pose));
        }
        double contrast = random.nextDouble(.8, 1.3);
        double brightness = random.nextDouble(-20, 20);
        if (clutter) {
            shown.add(distractor(toys, random));
        }
        return new Scene(shown, elevation, light, contrast, brightness);
    }

    private static Pose jittered(double azimuth, RandomStream random) {
        return new Pose(
                azimuth,
                random.nextDouble(-5, 5),
                random.nextDouble(.78, 1),
                random.nextDouble(-.12, .12),
                random.nextDouble(-.12, .12),
                0);
    }

    /** A small toy of any category, behind the one in the middle, half way out of the picture. */
    private static PosedToy distractor(Toys toys, RandomStream random) {
        List<Mesh> meshes =
                toys.of(ToyCategory.of(random.nextInt(ToyCategory.all().size())));
        Mesh mesh = meshes.get(random.nextInt(meshes.size()));
        double along = random.nextDouble(-1.4, 1.4);
        double out = random.nextDouble(1.25, 1.55) * (random.nextBoolean() ? 1 : -1);
        boolean aside = random.nextBoolean();
        Pose pose = new Pose(
                random.nextDouble(0, 360),
                random.nextDouble(-5, 5),
                random.nextDouble(.4, .65),
                aside ? out : along,
                aside ? along : out,
                -1);
        return new PosedToy(mesh, pose);
    }
}
