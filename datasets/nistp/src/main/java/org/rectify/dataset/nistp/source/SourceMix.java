package org.rectify.dataset.nistp.source;

import java.util.Arrays;
import java.util.List;
import org.rectify.api.random.RandomStream;

/** Several sources, each chosen with the probability of its weight's share, then a class uniformly, then a character. */
public final class SourceMix {

    /**
     * A source and its weight.
     *
     * @param weight above 0
     */
    public record Weighted(CharacterSource source, double weight) {}

    private final CharacterSource[] sources;
    private final int[][] classes;
    private final double[] bounds;

    /**
     * @param weighted at least one
     */
    public SourceMix(List<Weighted> weighted) {
        sources = weighted.stream().map(Weighted::source).toArray(CharacterSource[]::new);
        classes = weighted.stream().map(each -> each.source().classes()).toArray(int[][]::new);
        double total = weighted.stream().mapToDouble(Weighted::weight).sum();
        bounds = new double[sources.length];
        double sum = 0;
        for (int i = 0; i < bounds.length; i++) {
            sum += weighted.get(i).weight() / total;
            bounds[i] = sum;
        }
    }

    /** Draws the class of an example: the first two numbers of its stream. */
    public int drawClass(RandomStream random) {
        int[] offered = classes[chosen(random)];
        return offered[random.nextInt(offered.length)];
    }

    /**
     * Draws an example.
     *
     * @param pixels overwritten
     * @return its class: what {@link #drawClass} gives for the same stream
     */
    public int draw(RandomStream random, float[] pixels) {
        int source = chosen(random);
        int[] offered = classes[source];
        int characterClass = offered[random.nextInt(offered.length)];
        sources[source].draw(characterClass, random, pixels);
        return characterClass;
    }

    /** Draws a character of a class from any source that has it; background where none has. */
    public void drawOf(int characterClass, RandomStream random, float[] pixels) {
        int first = chosen(random);
        for (int i = 0; i < sources.length; i++) {
            int source = (first + i) % sources.length;
            if (Arrays.binarySearch(classes[source], characterClass) >= 0) {
                sources[source].draw(characterClass, random, pixels);
                return;
            }
        }
        Arrays.fill(pixels, 0);
    }

    private int chosen(RandomStream random) {
        double draw = random.nextDouble();
        int source = 0;
        while (source < bounds.length - 1 && draw >= bounds[source]) {
            source++;
        }
        return source;
    }
}
