package org.rectify.plugin.reconstructions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.api.array.OutputRange;
import org.rectify.api.reconstruction.CodeScaling;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.testkit.Components;

/** Items 40 and 44: what is rebuilt, and what is refused. */
class TargetsTest {

    private static final Map<String, OutputRange> RANGES = Map.of(
            "pixels", OutputRange.UNIT_INTERVAL,
            "signed pixels", OutputRange.SIGNED_UNIT_INTERVAL,
            "rectifier codes", OutputRange.NON_NEGATIVE,
            "real numbers", OutputRange.REAL,
            "centred pixels", new OutputRange(-0.5, 0.5));

    @ParameterizedTest
    @CsvSource({
        "softplus-quadratic, pixels, true",
        "softplus-quadratic, signed pixels, true",
        "softplus-quadratic, centred pixels, true",
        "softplus-quadratic, rectifier codes, true",
        "softplus-quadratic, real numbers, false",
        "rectifier-quadratic, rectifier codes, true",
        "rectifier-quadratic, real numbers, false",
        "linear-quadratic, real numbers, true",
        "linear-quadratic, pixels, true",
        "sigmoid-cross-entropy, pixels, true",
        "sigmoid-cross-entropy, signed pixels, true",
        "sigmoid-cross-entropy, rectifier codes, false",
        "sigmoid-cross-entropy, real numbers, false",
        "tanh-cross-entropy, signed pixels, true",
        "tanh-cross-entropy, pixels, true",
        "tanh-cross-entropy, rectifier codes, false",
        "scaled-sigmoid-cross-entropy, pixels, true",
        "scaled-sigmoid-cross-entropy, rectifier codes, false",
        "squashed-sigmoid-cross-entropy, real numbers, true",
        "censored-gaussian, rectifier codes, true",
        "censored-gaussian, real numbers, false",
        "censored-laplace, rectifier codes, true",
        "censored-laplace, real numbers, false"
    })
    void incompatiblePairsAreKnownBeforeTraining(String name, String values, boolean accepted) {
        OutputRange range = Objects.requireNonNull(RANGES.get(values));
        assertThat(named(name).accepts(range)).isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({
        "softplus-quadratic, pixels, true",
        "softplus-quadratic, signed pixels, false",
        "softplus-quadratic, rectifier codes, true",
        "rectifier-quadratic, signed pixels, false",
        "censored-laplace, signed pixels, false",
        "linear-quadratic, signed pixels, true",
        "sigmoid-cross-entropy, signed pixels, true",
        "tanh-cross-entropy, signed pixels, true"
    })
    void signedCodesAreNotMappedAsSignedDataAre(String name, String codes, boolean accepted) {
        OutputRange range = Objects.requireNonNull(RANGES.get(codes));
        assertThat(named(name).acceptsCodes(range)).isEqualTo(accepted);
    }

    @Test
    void strategy2AcceptsRectifierCodesOnceTheyAreScaled() {
        Reconstruction reconstruction = named("scaled-sigmoid-cross-entropy");
        assertThat(reconstruction.scaling()).isEqualTo(CodeScaling.LAYER);
        assertThat(reconstruction.accepts(reconstruction.scaling().scaled(OutputRange.NON_NEGATIVE)))
                .isTrue();
        assertThat(reconstruction.accepts(reconstruction.scaling().scaled(OutputRange.REAL)))
                .isFalse();
    }

    @Test
    void theTargetOfAHalfNegatedCodeIsItsMagnitude() {
        float[] targets = new float[4];
        for (String name : new String[] {"softplus-quadratic", "rectifier-quadratic", "censored-gaussian"}) {
            UnsignedTargets reconstruction = (UnsignedTargets) named(name);
            reconstruction.target(new float[] {-1.5f, 0.25f, -0.0f, 0}, 0, 4, OutputRange.NON_NEGATIVE, targets);
            assertThat(targets).containsExactly(1.5f, 0.25f, 0, 0);
            assertThat(reconstruction.target(-1.5, OutputRange.NON_NEGATIVE)).isEqualTo(1.5);
        }
    }

    @Test
    void aLinearDecoderRebuildsTheSignsToo() {
        assertThat(new LinearQuadratic().target(-1.5, OutputRange.NON_NEGATIVE)).isEqualTo(-1.5);
    }

    @Test
    void signedInputsAreMappedToTheUnitInterval() {
        SoftplusQuadratic reconstruction = new SoftplusQuadratic();
        float[] targets = new float[3];
        reconstruction.target(new float[] {-1, -0.5f, 1}, 0, 3, OutputRange.SIGNED_UNIT_INTERVAL, targets);
        assertThat(targets).containsExactly(0, 0.25f, 1);
        assertThat(reconstruction.targets(OutputRange.SIGNED_UNIT_INTERVAL)).isEqualTo(OutputRange.UNIT_INTERVAL);
        assertThat(reconstruction.targets(new OutputRange(-0.5, 0.5))).isEqualTo(new OutputRange(0.25, 0.75));
    }

    @Test
    void squashedTargetsAreTheSigmoidOfTheValues() {
        assertThat(new SquashedSigmoidCrossEntropy().target(0, OutputRange.NON_NEGATIVE))
                .isEqualTo(0.5);
        assertThat(new SquashedSigmoidCrossEntropy().target(Math.log(3), OutputRange.NON_NEGATIVE))
                .isEqualTo(0.75);
    }

    private static Reconstruction named(String name) {
        return Components.make(new ReconstructionsPlugin().reconstructions(), name);
    }
}
