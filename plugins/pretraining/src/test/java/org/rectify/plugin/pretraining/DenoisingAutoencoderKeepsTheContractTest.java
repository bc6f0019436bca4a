package org.rectify.plugin.pretraining;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.rectify.api.component.PerLayer;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.ReconstructionSampling;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.plugin.corruptions.CorruptionsPlugin;
import org.rectify.plugin.reconstructions.ReconstructionsPlugin;
import org.rectify.testkit.Components;
import org.rectify.testkit.PretrainingContract;
import org.rectify.testkit.TestContext;

class DenoisingAutoencoderKeepsTheContractTest {

    @Nested
    class WithAllPositions extends PretrainingContract {

        @Override
        protected Pretraining pretraining() {
            return learning("scaled-sigmoid-cross-entropy", List.of(0.1, 0.01), Optional.empty());
        }
    }

    @Nested
    class WithDrawnPositions extends PretrainingContract {

        @Override
        protected Pretraining pretraining() {
            return learning("softplus-quadratic", List.of(), Optional.of(new ReconstructionSampling(0.3, true)));
        }
    }

    private static Pretraining learning(
            String reconstruction, List<Double> rates, Optional<ReconstructionSampling> sampling) {
        Corruption masking = Components.make(new CorruptionsPlugin().corruptions(), "masking");
        Reconstruction rebuilt = Components.make(new ReconstructionsPlugin().reconstructions(), reconstruction);
        DenoisingPretraining.Options options = new DenoisingPretraining.Options(
                PerLayer.all(masking),
                PerLayer.all(rebuilt),
                Optional.empty(),
                Optional.empty(),
                false,
                sampling,
                PerLayer.all(0.01),
                rates,
                PerLayer.all(2),
                10);
        return new DenoisingPretraining().create(options, TestContext.in(Path.of("")));
    }
}
