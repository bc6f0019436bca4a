package org.rectify.plugin.pretraining;

import java.util.List;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.OutputRange;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.testkit.Components;
import org.rectify.testkit.InMemoryStack;

/** Small stacks on 40 training and 20 validation examples of six inputs, of which two always agree. */
final class Stacks {

    private static final int COLUMNS = 6;

    private Stacks() {}

    static InMemoryStack of(String activation, RandomStreams random, Integer... units) {
        return of(activation, OutputRange.UNIT_INTERVAL, random, units);
    }

    static InMemoryStack of(String activation, OutputRange range, RandomStreams random, Integer... units) {
        InMemoryStack.Inputs inputs = new InMemoryStack.Inputs(
                rows(40, random.stream("train")), rows(20, random.stream("validation")), COLUMNS, range);
        Activation made = Components.make(new ActivationsPlugin().activations(), activation);
        return new InMemoryStack(made, inputs, random, List.of(units));
    }

    private static float[] rows(int count, RandomStream random) {
        float[] rows = new float[count * COLUMNS];
        for (int row = 0; row < count; row++) {
            float shared = random.nextFloat();
            for (int column = 0; column < COLUMNS; column++) {
                rows[row * COLUMNS + column] = column % 3 == 0 ? shared : random.nextFloat();
            }
        }
        return rows;
    }
}
