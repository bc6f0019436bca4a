package org.rectify.plugin.corruptions;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.corruption.Corruption;
import org.rectify.testkit.CorruptionContract;

/**
 * Whatever the plugin registers keeps the contract, with the paper's rates and with others; the rates are counted
 * (items 34 and 35).
 */
@ParameterizedClass
@MethodSource("corruptions")
class EveryCorruptionTest extends CorruptionContract {

    private final Corruption corruption;
    private final OptionalDouble rateOfZeros;
    private final OptionalDouble rateOfOthers;

    EveryCorruptionTest(Corruption corruption, OptionalDouble rateOfZeros, OptionalDouble rateOfOthers) {
        this.corruption = corruption;
        this.rateOfZeros = rateOfZeros;
        this.rateOfOthers = rateOfOthers;
    }

    static Stream<Arguments> corruptions() {
        return Stream.of(
                masking(0.25),
                masking(0.3),
                masking(0.001),
                masking(1 - 0x1p-10),
                masking(0),
                masking(1),
                saltAndPepper(0.8, 0.005),
                saltAndPepper(0.5, 0.003),
                saltAndPepper(0.7, 0.4),
                saltAndPepper(0, 0.02),
                saltAndPepper(0.25, 0),
                saltAndPepper(1, 1),
                argumentSet("gaussian 0.3", new Gaussian(0.3), OptionalDouble.empty(), OptionalDouble.empty()),
                argumentSet("gaussian 0", new Gaussian(0), OptionalDouble.of(0), OptionalDouble.of(0)),
                argumentSet("none", new NoCorruption(), OptionalDouble.of(0), OptionalDouble.of(0)));
    }

    private static Arguments masking(double rate) {
        return argumentSet("masking " + rate, new Masking(rate), OptionalDouble.of(0), OptionalDouble.of(rate));
    }

    private static Arguments saltAndPepper(double zeroingRate, double settingRate) {
        return argumentSet(
                "salt-and-pepper " + zeroingRate + ", " + settingRate,
                new SaltAndPepper(zeroingRate, settingRate),
                OptionalDouble.of(settingRate),
                OptionalDouble.of(zeroingRate));
    }

    @Override
    protected Corruption corruption() {
        return corruption;
    }

    @Override
    protected OptionalDouble rate(double clean) {
        return clean == 0 ? rateOfZeros : rateOfOthers;
    }
}
