package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.Activations;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.NoOptions;
import org.rectify.api.pretraining.LayerProgress;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/**
 * What every method of pre-training must satisfy; its author extends this class and names the method.
 *
 * <pre>{@code
 * class MeanRemovalTest extends PretrainingContract {
 *     @Override
 *     protected Pretraining pretraining() {
 *         return Components.make(new MyPlugin().pretrainings(), "mean-removal");
 *     }
 *
 *     @Override
 *     protected boolean isRandom() {
 *         return false;
 *     }
 * }
 * }</pre>
 *
 * <p>The method is let loose on stacks in memory: of no, one, two and three layers, of a single unit, on a single example and
 * on one more than fill a minibatch. Inputs lie in [0, 1], a third of them 0; every second output of a layer is negated.
 *
 * @since 0.1
 */
public abstract class PretrainingContract {

    private static final int INPUTS = 12;
    private static final List<Integer> LAYERS = List.of(9, 7, 5);

    /** The method under test, newly made; with options for any number of layers. */
    protected abstract Pretraining pretraining();

    /** The activation of all layers; the rectifier unless overridden. */
    protected Activation activation() {
        return Activations.elementwise("rectifier", z -> Math.max(0, z), (z, a) -> a > 0 ? 1 : 0)
                .ranging(OutputRange.NON_NEGATIVE)
                .silentAtZero()
                .create(new NoOptions(), TestContext.in(Path.of("")));
    }

    /** How many examples the method takes at a time: 10 unless overridden. */
    protected int minibatchSize() {
        return 10;
    }

    /** Whether the method changes anything at all; overridden by one that does not. */
    protected boolean learns() {
        return true;
    }

    /** Whether chance has a part in what the method learns; if it learns, it has unless overridden. */
    protected boolean isRandom() {
        return learns();
    }

    /** Whether the method is done with a layer when it begins with the next; overridden by one that learns all at once. */
    protected boolean isGreedy() {
        return true;
    }

    @Test
    final void everyShapeOfStackWillDo() {
        int[] sizes = {1, minibatchSize(), minibatchSize() + 1};
        for (int size : sizes) {
            for (List<Integer> units : List.of(List.<Integer>of(), List.of(4), List.of(1), List.of(1, 1, 1), LAYERS)) {
                InMemoryStack stack = stack(inputs(size), units, 1);
                pretraining().pretrain(stack);
                assertFinite(stack, size + " examples, layers of " + units + " units");
            }
        }
    }

    @Test
    final void itLearnsUnlessItSaysOtherwise() {
        InMemoryStack before = stack(1);
        InMemoryStack after = pretrained(pretraining(), 1);
        assertThat(layers().anyMatch(layer -> !Arrays.equals(after.parameters(layer), before.parameters(layer))))
                .as("pre-training has changed a layer")
                .isEqualTo(learns());
    }

    @Test
    final void layersItDoesNotReportOnAreLeftUntouched() {
        InMemoryStack before = stack(1);
        InMemoryStack after = pretrained(pretraining(), 1);
        List<Integer> reported =
                after.reports().stream().map(LayerProgress::layer).toList();
        layers().filter(layer -> !reported.contains(layer))
                .forEach(layer -> assertThat(after.parameters(layer))
                        .as("parameters of layer %d, of which no progress was told", layer)
                        .containsExactly(before.parameters(layer)));
    }

    @Test
    final void lowerLayersAreLeftUntouchedWhileAnUpperOneLearns() {
        assumeTrue(isGreedy(), "the method does not learn layer by layer");
        int highest = 0;
        InMemoryStack stack = pretrained(pretraining(), 1);
        for (InMemoryStack.Event event :
                stack.events().subList(LAYERS.size(), stack.events().size())) {
            highest = Math.max(highest, event.layer());
            boolean changing = event instanceof InMemoryStack.Replacement replacement && replacement.changing();
            assertThat(changing && event.layer() < highest)
                    .as("layer %d was changed after layer %d had begun", event.layer(), highest)
                    .isFalse();
        }
    }

    @Test
    final void progressIsToldEpochByEpoch() {
        int[] epochs = new int[LAYERS.size()];
        for (LayerProgress progress : pretrained(pretraining(), 1).reports()) {
            assertThat(progress.epoch())
                    .as("epoch of layer %d reported after epoch %d", progress.layer(), epochs[progress.layer()])
                    .isIn(0, 1, epochs[progress.layer()] + 1);
            assertThat(progress.heldOutCost())
                    .as("cost of layer %d in epoch %d", progress.layer(), progress.epoch())
                    .isFinite();
            epochs[progress.layer()] = progress.epoch();
        }
    }

    @Test
    final void theEndOfEachLayerIsToldOnce() {
        InMemoryStack stack = pretrained(pretraining(), 1);
        assertThat(stack.choices())
                .extracting(LayerProgress::layer)
                .as("layers whose end was told")
                .containsExactlyElementsOf(stack.reports().stream()
                        .map(LayerProgress::layer)
                        .distinct()
                        .toList());
    }

    @Test
    final void theSameSeedGivesTheSameBits() {
        Pretraining pretraining = pretraining();
        InMemoryStack first = pretrained(pretraining, 1);
        assertSame("parameters learned by another object of the same kind", first, pretrained(pretraining(), 1));
        assertSame("parameters learned by the same object again", first, pretrained(pretraining, 1));
    }

    @Test
    final void anotherSeedGivesOtherBits() {
        assumeTrue(isRandom(), "nothing is left to chance");
        InMemoryStack first = pretrained(pretraining(), 1);
        InMemoryStack other = pretrained(pretraining(), 2);
        assertThat(layers().allMatch(layer -> Arrays.equals(first.parameters(layer), other.parameters(layer))))
                .as("all parameters are the same with another seed")
                .isFalse();
    }

    @Test
    final void inputsAreLeftUntouched() {
        InMemoryStack.Inputs inputs = inputs(minibatchSize() + 1);
        float[] train = inputs.train().clone();
        float[] validation = inputs.validation().clone();
        pretraining().pretrain(stack(inputs, LAYERS, 1));
        assertThat(inputs.train()).as("training inputs").containsExactly(train);
        assertThat(inputs.validation()).as("validation inputs").containsExactly(validation);
    }

    private InMemoryStack pretrained(Pretraining pretraining, long seed) {
        InMemoryStack stack = stack(seed);
        pretraining.pretrain(stack);
        return stack;
    }

    private InMemoryStack stack(long seed) {
        return stack(inputs(minibatchSize() + 1), LAYERS, seed);
    }

    /** A stack whose first weights do not depend on the seed. */
    private InMemoryStack stack(InMemoryStack.Inputs inputs, List<Integer> units, long seed) {
        InMemoryStack first = new InMemoryStack(activation(), inputs, new RandomStreams(15), units);
        InMemoryStack stack = new InMemoryStack(activation(), inputs, new RandomStreams(seed), units);
        for (int layer = 0; layer < units.size(); layer++) {
            stack.replace(layer, first.weights(layer), first.biases(layer));
            stack.negateHalf(layer);
        }
        return stack;
    }

    private static InMemoryStack.Inputs inputs(int examples) {
        return new InMemoryStack.Inputs(
                pixels("train", examples), pixels("validation", 5), INPUTS, OutputRange.UNIT_INTERVAL);
    }

    private static float[] pixels(String name, int rows) {
        RandomStream random = new RandomStreams(91).stream(name);
        float[] values = new float[rows * INPUTS];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(3) == 0 ? 0 : random.nextFloat();
        }
        return values;
    }

    private static IntStream layers() {
        return IntStream.range(0, LAYERS.size());
    }

    private static void assertFinite(InMemoryStack stack, String what) {
        for (int layer = 0; layer < stack.layers(); layer++) {
            for (float parameter : stack.parameters(layer)) {
                assertThat(parameter)
                        .as("a parameter of layer %d after pre-training: %s", layer, what)
                        .isFinite();
            }
        }
    }

    private static void assertSame(String what, InMemoryStack expected, InMemoryStack found) {
        layers().forEach(layer -> assertThat(found.parameters(layer))
                .as("%s, layer %d", what, layer)
                .containsExactly(expected.parameters(layer)));
    }
}
