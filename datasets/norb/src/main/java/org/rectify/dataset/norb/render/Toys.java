package org.rectify.dataset.norb.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The instances of each category that a split shows.
 *
 * @param meshes at least one for each category
 */
record Toys(Map<ToyCategory, List<Mesh>> meshes) {

    /** The numbers of the instances that NORB trains on (item 51). */
    private static final List<Integer> TRAINING = List.of(4, 6, 7, 8, 9);

    /** The numbers of the instances that NORB tests on. */
    private static final List<Integer> TEST = List.of(0, 1, 2, 3, 5);

    Toys {
        meshes = Map.copyOf(meshes);
    }

    /** The five built-in toys of each category for training and validation. */
    static Toys training() {
        return builtIn(TRAINING);
    }

    /** The five other ones, for the test. */
    static Toys test() {
        return builtIn(TEST);
    }

    private static Toys builtIn(List<Integer> instances) {
        Map<ToyCategory, List<Mesh>> meshes = new EnumMap<>(ToyCategory.class);
        for (ToyCategory category : ToyCategory.all()) {
            List<Mesh> made = new ArrayList<>();
            instances.forEach(instance -> made.add(builtIn(category, instance)));
            meshes.put(category, List.copyOf(made));
        }
        return new Toys(meshes);
    }

    private static Mesh builtIn(ToyCategory category, int instance) {
        return switch (category) {
            case ANIMAL -> Animal.ALL.get(instance).mesh();
            case HUMAN -> Human.ALL.get(instance).mesh();
            case PLANE -> Plane.ALL.get(instance).mesh();
            case TRUCK -> Truck.ALL.get(instance).mesh();
            case CAR -> Car.ALL.get(instance).mesh();
        };
    }

    /** The toys of a category. */
    List<Mesh> of(ToyCategory category) {
        return meshes.getOrDefault(category, List.of());
    }
}
