package org.rectify.plugin.training;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.penalty.Penalty;
import org.rectify.testkit.PenaltyContract;

/** Whatever penalty the plugin registers keeps the contract, with coefficients for all layers and for each. */
@ParameterizedClass
@MethodSource("penalties")
class EveryPenaltyTest extends PenaltyContract {

    private final Penalty penalty;

    EveryPenaltyTest(String name, Penalty penalty) {
        this.penalty = penalty;
    }

    static Stream<Arguments> penalties() {
        return Stream.concat(
                Registered.each(new TrainingPlugin().penalties()),
                Stream.of(Registered.made(
                        new TrainingPlugin().penalties(), "l1-activation", Map.of("coefficient", "[0.5, 2]"))));
    }

    @Override
    protected Penalty penalty() {
        return penalty;
    }
}
