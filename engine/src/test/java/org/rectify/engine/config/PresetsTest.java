package org.rectify.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rectify.engine.config.TestComponents.given;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.component.PerLayer;
import org.rectify.engine.config.TestComponents.L1Options;
import org.rectify.engine.config.TestComponents.SgdOptions;
import org.rectify.kernels.network.SignMask;

class PresetsTest {

    private final ExperimentFolder folder;

    PresetsTest(@TempDir Path folder) {
        this.folder = new ExperimentFolder(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper-rectifier", "paper-tanh", "paper-softplus"})
    void makeAnExperimentOfAFewLines(String network) {
        ExperimentSpec spec = folder.load("""
                include "presets/%s"
                include "presets/paper-fine-tuning.conf"
                dataset = digits
                fine-tuning.epochs = 5
                """.formatted(network)).spec();

        assertThat(spec.network().hidden()).isEqualTo(List.of(1000, 1000, 1000));
        assertThat(spec.fineTuning().minibatchSize()).isEqualTo(10);
        assertThat(given(spec.fineTuning().optimizer()).options()).isEqualTo(new SgdOptions(0.01));
    }

    @Test
    void describeTheRectifierNetworkOfThePaper() {
        ExperimentSpec.Network network = folder.load("""
                include "presets/paper-rectifier"
                include "presets/paper-fine-tuning"
                dataset = digits
                fine-tuning.epochs = 5
                network.hidden = [4000, 2000]
                """).spec().network();

        assertThat(network.hidden()).containsExactly(4000, 2000);
        assertThat(network.signMask()).isEqualTo(SignMask.HALF);
        assertThat(given(network.penalty().get(0).component()).options()).isEqualTo(new L1Options(PerLayer.all(0.001)));
    }

    @Test
    void areAllThere() {
        assertThat(Presets.names())
                .isSorted()
                .allSatisfy(name -> assertThat(Presets.text(name)).isPresent());
        assertThat(Presets.text("../presets/paper-tanh")).isEmpty();
    }

    @Test
    void areSuggestedByName() {
        assertThat(folder.problems("\ninclude \"presets/paper-rectifer\""))
                .containsExactly(
                        "x.conf:2: no such preset: paper-rectifer\n   accepted: paper-fine-tuning, "
                                + "paper-network, paper-rectifier, paper-softplus, paper-tanh; did you mean 'paper-rectifier'?");
    }
}
