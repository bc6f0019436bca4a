package org.rectify.plugin.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.PerLayer;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.plugin.activations.ActivationsPlugin;
import org.rectify.testkit.Components;
import org.rectify.testkit.InMemoryStack;
import org.rectify.testkit.TestContext;

/** Pictures of crossing bars, learned by two layers (item 91). */
class RectifiedRbmTest {

    private static final int SIDE = 6;
    private static final List<Integer> UNITS = List.of(30, 20);

    private static final RectifiedRbm.Options OPTIONS =
            new RectifiedRbm.Options(Visible.GAUSSIAN, PerLayer.all(0.01), PerLayer.all(10), 20, 0);

    @ParameterizedTest
    @EnumSource(Visible.class)
    void theHeldOutReconstructionErrorFallsInEveryLayer(Visible visible) {
        InMemoryStack stack = stack(OutputRange.UNIT_INTERVAL);

        pretrain(stack, new RectifiedRbm.Options(visible, PerLayer.all(0.02), PerLayer.all(30), 20, 0));

        for (int layer = 0; layer < UNITS.size(); layer++) {
            List<Double> errors = errors(stack, layer);
            assertThat(errors).hasSize(31);
            assertThat(errors.get(30)).as("last error of layer %d", layer).isLessThan(0.7 * errors.get(1));
        }
    }

    @Test
    void defaultsLearnToo() {
        InMemoryStack stack = stack(OutputRange.UNIT_INTERVAL);

        pretrain(stack, Components.defaultOptions(RectifiedRbm.Options.class));

        List<Double> errors = errors(stack, 0);
        assertThat(errors.get(errors.size() - 1)).isLessThan(errors.get(0));
    }

    @Test
    void aRateTooHighDivergesAndSaysInWhichLayer() {
        InMemoryStack stack = stack(OutputRange.UNIT_INTERVAL);
        float[] before = stack.parameters(1);

        assertThatThrownBy(() -> pretrain(
                        stack,
                        new RectifiedRbm.Options(
                                Visible.GAUSSIAN, new PerLayer<>(List.of(0.01, 1e6)), PerLayer.all(10), 20, 0)))
                .asInstanceOf(type(RectifyException.class))
                .satisfies(error -> assertThat(error.category()).isEqualTo(Category.DIVERGED))
                .satisfies(error -> assertThat(error.getMessage())
                        .startsWith("pretraining of layer 2 diverged in epoch ")
                        .contains("pretraining.learning-rate 1000000.0")
                        .endsWith("choose a smaller rate"));
        assertThat(stack.parameters(1)).containsExactly(before);
    }

    @Test
    void noEpochsLeaveALayerAsItIs() {
        InMemoryStack stack = stack(OutputRange.UNIT_INTERVAL);
        float[] first = stack.parameters(0);
        float[] second = stack.parameters(1);

        pretrain(
                stack,
                new RectifiedRbm.Options(Visible.GAUSSIAN, PerLayer.all(0.01), new PerLayer<>(List.of(1, 0)), 20, 0));

        assertThat(stack.parameters(0)).isNotEqualTo(first);
        assertThat(stack.parameters(1)).containsExactly(second);
    }

    @Test
    void weightDecayMakesWeightsSmaller() {
        InMemoryStack free = stack(OutputRange.UNIT_INTERVAL);
        InMemoryStack decayed = stack(OutputRange.UNIT_INTERVAL);

        pretrain(free, OPTIONS);
        pretrain(decayed, new RectifiedRbm.Options(Visible.GAUSSIAN, PerLayer.all(0.01), PerLayer.all(10), 20, 1));

        assertThat(decayed.weights(0).norm2Number().doubleValue())
                .isLessThan(0.8 * free.weights(0).norm2Number().doubleValue());
    }

    @Test
    void binaryVisiblesAreRefusedInputsBeyondTheUnitInterval() {
        assertThatThrownBy(() -> pretrain(
                        stack(OutputRange.SIGNED_UNIT_INTERVAL),
                        new RectifiedRbm.Options(Visible.BINARY, PerLayer.all(0.01), PerLayer.all(1), 20, 0)))
                .asInstanceOf(type(RectifyException.class))
                .satisfies(error -> assertThat(error.category()).isEqualTo(Category.USER))
                .satisfies(error -> assertThat(error.getMessage()).contains("lie in [-1.0, 1.0]"));
    }

    @Test
    void withoutExamplesHeldOutThereIsNoProgressToMeasure() {
        InMemoryStack stack = stack(OutputRange.UNIT_INTERVAL, new float[0]);

        assertThatThrownBy(() -> pretrain(stack, OPTIONS))
                .asInstanceOf(type(RectifyException.class))
                .satisfies(error -> assertThat(error.category()).isEqualTo(Category.DATA));
    }

    private static void pretrain(InMemoryStack stack, RectifiedRbm.Options options) {
        new RectifiedRbm().create(options, TestContext.in(Path.of(""))).pretrain(stack);
    }

    private static List<Double> errors(InMemoryStack stack, int layer) {
        return stack.reports().stream()
                .filter(report -> report.layer() == layer)
                .map(LayerProgress::heldOutCost)
                .toList();
    }

    private static InMemoryStack stack(OutputRange range) {
        return stack(range, bars("validation", 50));
    }

    private static InMemoryStack stack(OutputRange range, float[] validation) {
        InMemoryStack.Inputs inputs = new InMemoryStack.Inputs(bars("train", 210), validation, SIDE * SIDE, range);
        return new InMemoryStack(rectifier(), inputs, new RandomStreams(1), UNITS);
    }

    private static Activation rectifier() {
        return Components.make(new ActivationsPlugin().activations(), "rectifier");
    }

    /** Pictures in which each row and each column is lit with probability 1/6. */
    private static float[] bars(String name, int pictures) {
        RandomStream random = new RandomStreams(6).stream(name);
        float[] pixels = new float[pictures * SIDE * SIDE];
        for (int picture = 0; picture < pictures; picture++) {
            int start = picture * SIDE * SIDE;
            for (int line = 0; line < SIDE; line++) {
                if (random.nextInt(SIDE) == 0) {
                    Arrays.fill(pixels, start + line * SIDE, start + (line + 1) * SIDE, 1);
                }
                if (random.nextInt(SIDE) == 0) {
                    for (int row = 0; row < SIDE; row++) {
                        pixels[start + row * SIDE + line] = 1;
                    }
                }
            }
        }
        return pixels;
    }
}
