package org.rectify.plugin.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.PerLayer;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.penalty.ElementwisePenalty;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.api.pretraining.PretrainingStack;
import org.rectify.api.random.RandomStreams;
import org.rectify.api.reconstruction.CodeScaling;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.plugin.corruptions.CorruptionsPlugin;
import org.rectify.plugin.pretraining.DenoisingPretraining.Options;
import org.rectify.plugin.reconstructions.ReconstructionsPlugin;
import org.rectify.plugin.training.TrainingPlugin;
import org.rectify.testkit.Components;
import org.rectify.testkit.InMemoryStack;

/** Greedy denoising (items 33-47) on the plain auto-encoder of the test kit. */
class DenoisingPretrainingTest {

    private static final RandomStreams RANDOM = new RandomStreams(3);

    private static Options options(String reconstruction, int epochs, Double... rates) {
        return options(List.of(reconstruction(reconstruction)), Optional.empty(), false, epochs, rates);
    }

    private static Options options(
            List<Reconstruction> reconstructions,
            Optional<Penalty> penalty,
            boolean cleanPenalty,
            int epochs,
            Double... rates) {
        Corruption masking = Components.make(new CorruptionsPlugin().corruptions(), "masking");
        return new Options(
                PerLayer.all(masking),
                new PerLayer<>(reconstructions),
                Optional.empty(),
                penalty,
                cleanPenalty,
                Optional.empty(),
                PerLayer.all(0.05),
                List.of(rates),
                PerLayer.all(epochs),
                10);
    }

    private static Reconstruction reconstruction(String name) {
        return Components.make(new ReconstructionsPlugin().reconstructions(), name);
    }

    private static InMemoryStack learned(String activation, Options options, Integer... units) {
        InMemoryStack stack = Stacks.of(activation, RANDOM, units);
        new GreedyDenoising(options).pretrain(stack);
        return stack;
    }

    @ParameterizedTest(name = "{0} rebuilt by {1}")
    @CsvSource({
        "rectifier, softplus-quadratic",
        "softplus, softplus-quadratic",
        "tanh, tanh-cross-entropy",
        "rectifier, scaled-sigmoid-cross-entropy",
        "rectifier, linear-quadratic"
    })
    void everyLayerRebuildsHeldOutExamplesBetterThanBefore(String activation, String reconstruction) {
        InMemoryStack stack = learned(activation, options(reconstruction, 20), 8, 5);

        for (int layer = 0; layer < 2; layer++) {
            List<Double> costs = costs(stack, layer);
            assertThat(costs).hasSize(21);
            assertThat(costs.get(20)).isLessThan(costs.get(0));
        }
    }

    private static List<Double> costs(InMemoryStack stack, int layer) {
        return stack.reports().stream()
                .filter(progress -> progress.layer() == layer)
                .map(LayerProgress::heldOutCost)
                .toList();
    }

    @Test
    void lowerLayersStayBitByBitWhileAnUpperOneLearns() {
        InMemoryStack one = Stacks.of("rectifier", RANDOM, 8);
        InMemoryStack two = Stacks.of("rectifier", RANDOM, 8, 5);
        Options options = options("softplus-quadratic", 3);

        new GreedyDenoising(options).pretrain(one);
        new GreedyDenoising(options).pretrain(two);

        assertThat(two.parameters().subList(0, 2)).usingRecursiveComparison().isEqualTo(one.parameters());
    }

    @Test
    void keepsTheRateOfLowestHeldOutCostForEachLayer() {
        InMemoryStack stack = learned("rectifier", options("softplus-quadratic", 4, 0.0001, 0.1, 0.01), 8, 5);

        for (int layer = 0; layer < 2; layer++) {
            int present = layer;
            LayerProgress best = stack.reports().stream()
                    .filter(progress -> progress.layer() == present && progress.epoch() == 4)
                    .min(Comparator.comparingDouble(LayerProgress::heldOutCost))
                    .orElseThrow();
            assertThat(stack.choices().get(layer)).isEqualTo(best);
        }
    }

    @Test
    void leavesOutRatesThatDiverge() {
        InMemoryStack stack = learned("rectifier", options("linear-quadratic", 4, 1e6, 0.01), 8);

        assertThat(stack.choices())
                .singleElement()
                .satisfies(chosen -> assertThat(chosen.learningRate()).isEqualTo(0.01));
    }

    @Test
    void saysWhichRatesDivergedWhereAllDid() {
        assertThatThrownBy(() -> learned("rectifier", options("linear-quadratic", 4, 1e6, 1e7), 8))
                .isInstanceOfSatisfying(RectifyException.class, refusal -> {
                    assertThat(refusal.category()).isEqualTo(Category.DIVERGED);
                    assertThat(refusal).hasMessageContainingAll("layer 1", "1000000.0", "1.0E7");
                });
    }

    @Test
    void scaledCodesOfTheTrainingSetReachOneAndKeepTheirZeros() {
        InMemoryStack plain = learned("rectifier", options("sigmoid-cross-entropy", 3), 8);
        InMemoryStack scaled = learned("rectifier", options("scaled-sigmoid-cross-entropy", 3), 8);

        float[] before = codes(plain);
        float[] after = codes(scaled);
        float largest = 0;
        for (int i = 0; i < after.length; i++) {
            assertThat(after[i] == 0).isEqualTo(before[i] == 0);
            largest = Math.max(largest, after[i]);
        }
        assertThat(largest).isCloseTo(1, within(1e-6f));
    }

    @Test
    void scalingByUnitBringsTheLargestCodeOfEachLivingUnitToOne() {
        InMemoryStack stack = Stacks.of("rectifier", RANDOM, 8);
        stack.replace(0, stack.weights(0), stack.biases(0).putScalar(0, 2, -100));

        CodeRescaling.rescale(stack, 0, CodeScaling.UNIT);

        float[] codes = codes(stack);
        for (int unit = 0; unit < 8; unit++) {
            float largest = 0;
            for (int at = unit; at < codes.length; at += 8) {
                largest = Math.max(largest, codes[at]);
            }
            assertThat(largest).isCloseTo(unit == 2 ? 0 : 1, within(1e-6f));
        }
        assertThat(Matrices.toFloats(stack.biases(0))[2]).isEqualTo(-100);
    }

    private static float[] codes(PretrainingStack stack) {
        FloatFeatures outputs = (FloatFeatures) stack.outputs(0);
        float[] codes = new float[outputs.rows() * outputs.columns()];
        for (int row = 0; row < outputs.rows(); row++) {
            outputs.copyRow(row, codes, row * outputs.columns());
        }
        return codes;
    }

    @Test
    void anL1PenaltyMakesCodesSparser() {
        Penalty l1 = Components.make(new TrainingPlugin().penalties(), "l1-activation");
        Penalty strong = new Strong((ElementwisePenalty) l1);
        InMemoryStack without = learned("rectifier", options("softplus-quadratic", 30), 8);
        for (boolean clean : new boolean[] {false, true}) {
            InMemoryStack with = learned(
                    "rectifier",
                    options(List.of(reconstruction("softplus-quadratic")), Optional.of(strong), clean, 30),
                    8);
            assertThat(with.choices().get(0).sparsity())
                    .as("clean %s", clean)
                    .isGreaterThan(without.choices().get(0).sparsity());
        }
    }

    /** A thousand times as strong: its default is meant for longer learning. */
    private record Strong(ElementwisePenalty penalty) implements ElementwisePenalty {

        @Override
        public double value(int layer, double a) {
            return 1000 * penalty.value(layer, a);
        }

        @Override
        public double derivative(int layer, double a) {
            return 1000 * penalty.derivative(layer, a);
        }
    }

    @Test
    void halfNegatedCodesAreRebuiltByTheirMagnitudes() {
        InMemoryStack stack = Stacks.of("rectifier", RANDOM, 8, 5);
        stack.negateHalf(0);

        new GreedyDenoising(options("softplus-quadratic", 10)).pretrain(stack);

        List<Double> costs = costs(stack, 1);
        assertThat(costs.get(10)).isLessThan(costs.get(0));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "identity, softplus-quadratic, layer 2",
        "rectifier, sigmoid-cross-entropy, layer 2",
        "softplus, scaled-sigmoid-cross-entropy, f(c z)"
    })
    void refusesWhatCannotBeRebuiltBeforeAnythingIsLearned(String activation, String reconstruction, String part) {
        InMemoryStack stack = Stacks.of(activation, RANDOM, 8, 5);

        assertThatThrownBy(() -> new GreedyDenoising(options(reconstruction, 3)).pretrain(stack))
                .isInstanceOfSatisfying(
                        RectifyException.class,
                        refusal -> assertThat(refusal.category()).isEqualTo(Category.USER))
                .hasMessageContaining(part);
        assertThat(stack.reports()).isEmpty();
    }

    @Test
    void refusesInputsThatTheFirstLayerCannotRebuild() {
        InMemoryStack stack = Stacks.of("rectifier", OutputRange.REAL, RANDOM, 8);

        assertThatThrownBy(() -> new GreedyDenoising(options("softplus-quadratic", 3)).pretrain(stack))
                .hasMessageContainingAll("layer 1", "Infinity");
    }

    @ParameterizedTest(name = "{0} epochs")
    @ValueSource(ints = {0, 2})
    void theSameSeedGivesTheSameBits(int epochs) {
        Options options = options("softplus-quadratic", epochs);

        assertThat(learned("rectifier", options, 8, 5).parameters())
                .usingRecursiveComparison()
                .isEqualTo(learned("rectifier", options, 8, 5).parameters());
    }
}
