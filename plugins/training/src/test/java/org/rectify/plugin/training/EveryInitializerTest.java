package org.rectify.plugin.training;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.initializer.Initializer;
import org.rectify.testkit.InitializerContract;

/** Whatever initializer the plugin registers keeps the contract; the variances are those of item 15. */
@ParameterizedClass
@MethodSource("initializers")
class EveryInitializerTest extends InitializerContract {

    /** The variance of a layer's weights, by its inputs and units. */
    private interface Variance {
        double of(int inputs, int units);
    }

    private static final Map<String, Variance> VARIANCES = Map.of(
            "he-normal", (inputs, units) -> 2.0 / inputs,
            "normalized-uniform", (inputs, units) -> 2.0 / (inputs + units),
            "standard-uniform", (inputs, units) -> 1 / (3.0 * inputs),
            "uniform", (inputs, units) -> 0.3 * 0.3 / 3);

    /** Those whose weights depend on one another. */
    private static final Set<String> ORTHOGONAL = Set.of("orthogonal", "lsuv");

    private final String name;
    private final Initializer initializer;

    EveryInitializerTest(String name, Initializer initializer) {
        this.name = name;
        this.initializer = initializer;
    }

    static Stream<Arguments> initializers() {
        return Registered.each(new TrainingPlugin().initializers());
    }

    @Override
    protected Initializer initializer() {
        return initializer;
    }

    @Override
    protected boolean drawsWeightByWeight() {
        return !ORTHOGONAL.contains(name);
    }

    @Override
    protected OptionalDouble variance(int inputs, int units) {
        Variance variance = VARIANCES.get(name);
        return variance == null ? OptionalDouble.empty() : OptionalDouble.of(variance.of(inputs, units));
    }
}
