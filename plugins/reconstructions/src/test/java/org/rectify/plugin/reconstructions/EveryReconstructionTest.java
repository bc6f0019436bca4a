package org.rectify.plugin.reconstructions;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.reconstruction.CodeScaling;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.testkit.Components;
import org.rectify.testkit.ReconstructionContract;

/** Whatever the plugin registers keeps the contract, with its default options and with others. */
@ParameterizedClass
@MethodSource("reconstructions")
class EveryReconstructionTest extends ReconstructionContract {

    private final Reconstruction reconstruction;

    EveryReconstructionTest(Reconstruction reconstruction) {
        this.reconstruction = reconstruction;
    }

    static Stream<Arguments> reconstructions() {
        ReconstructionsPlugin plugin = new ReconstructionsPlugin();
        return Stream.concat(
                plugin.reconstructions().stream()
                        .map(factory ->
                                argumentSet(factory.name(), Components.make(plugin.reconstructions(), factory.name()))),
                Stream.of(
                        argumentSet("scaled by unit", new ScaledSigmoidCrossEntropy(CodeScaling.UNIT)),
                        argumentSet("wide Gaussian", new CensoredGaussian(3)),
                        argumentSet("narrow Gaussian", new CensoredGaussian(0.25)),
                        argumentSet("wide Laplace", new CensoredLaplace(3)),
                        argumentSet("narrow Laplace", new CensoredLaplace(0.25))));
    }

    @Override
    protected Reconstruction reconstruction() {
        return reconstruction;
    }
}
