package org.rectify.engine.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One way a study varies its experiment: an arm it names, a product of axes, or both.
 *
 * @param name the values of the axes, joined by slashes
 * @param axes the value on each axis, in the order of the axes
 * @param changes what they lay over the experiment
 * @param grid the hyper-parameters among whose values validation selects
 */
public record Arm(String name, Map<String, String> axes, Changes changes, List<GridOption> grid) {

    /** Copies the list; the map keeps its order and must not be changed. */
    public Arm {
        grid = List.copyOf(grid);
    }

    /** What a row of the table is called: the arm, the fraction of the labels, the number of the draw, as far as there are any. */
    public String rowName(Optional<Double> labelFraction, Optional<Draw> draw) {
        return (name.isEmpty() ? "all" : name)
                + labelFraction.map(fraction -> " at " + fraction).orElse("")
                + draw.map(drawn -> " #" + drawn.number()).orElse("");
    }

    /**
     * A hyper-parameter and the values to try.
     *
     * @param path in the experiment
     * @param values at least one
     */
    public record GridOption(String path, List<GridValue> values) {

        /** Copies the list. */
        public GridOption {
            values = List.copyOf(values);
        }
    }

    /**
     * A value to try.
     *
     * @param text as it is written
     * @param changes what it lays over the experiment
     */
    public record GridValue(String text, Changes changes) {}
}
