package org.rectify.study.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.rectify.engine.config.Arm;
import org.rectify.engine.config.Draw;

/**
 * One row of a study's table: an arm, at one fraction of the labels, with the values of one draw.
 *
 * @param number from 0, in the order of the table
 * @param labelFraction of the labelled training examples; empty for all, where the study does not vary it
 * @param draw empty where nothing is drawn
 */
public record Cell(int number, Arm arm, Optional<Double> labelFraction, Optional<Draw> draw) {

    /** The axis that fractions of the labels make. */
    public static final String LABEL_FRACTION = "label-fraction";

    /** The axis that draws make. */
    public static final String DRAW = "draw";

    /** The value on each axis, those of fractions and draws included. */
    public Map<String, String> axes() {
        Map<String, String> axes = new LinkedHashMap<>(arm.axes());
        labelFraction.ifPresent(fraction -> axes.put(LABEL_FRACTION, String.valueOf(fraction)));
        draw.ifPresent(drawn -> {
            axes.put(DRAW, String.valueOf(drawn.number()));
            axes.putAll(drawn.values());
        });
        return axes;
    }

    /** The arm, the fraction and the number of the draw, as far as there are any. */
    public String name() {
        return arm.rowName(labelFraction, draw);
    }
}
