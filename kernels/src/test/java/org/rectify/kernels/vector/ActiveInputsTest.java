package org.rectify.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.kernels.Minibatch;
import org.rectify.kernels.vector.KernelCase.Shape;

/** The lists of inputs that are not zero. */
class ActiveInputsTest {

    static List<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        for (double active : new double[] {0, 0.01, 0.2, 0.5, 0.85, 1}) {
            for (int inputs : new int[] {1, 10, 62, 127, 128, 129, 1000}) {
                shapes.add(new Shape(inputs, 1, 10, active));
            }
            shapes.add(new Shape(129, 1, 1, active));
            shapes.add(new Shape(62, 1, 256, active));
        }
        return shapes;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void holdAllInputsButZerosByExample(Shape shape) {
        KernelCase layer = KernelCase.wide(shape);

        assertListed(layer, layer.active());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void holdWhatSparseRowsHold(Shape shape) {
        KernelCase layer = KernelCase.wide(shape);
        Minibatch batch = sparse(layer);
        ActiveInputs active = ActiveInputs.forLearning(shape.inputs(), shape.examples(), false);
        for (int block = 0; block < active.blocks(); block++) {
            active.collect(block, batch, 0, batch.size());
        }

        assertListed(layer, active);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void holdEveryPairWhereZerosAreListedToo(Shape shape) {
        KernelCase layer = KernelCase.wide(shape);
        List<Integer> everyExample = new ArrayList<>();
        for (int example = 0; example < shape.examples(); example++) {
            everyExample.add(example);
        }
        for (int input = 0; input < shape.inputs(); input++) {
            assertThat(pairs(layer, layer.activeAndSilent(), input)).isEqualTo(everyExample);
            assertThat(layer.activeAndSilent().active()[input])
                    .isEqualTo(!examplesOf(layer, input).isEmpty());
        }
        assertThat(layer.activeAndSilent().nonzeros()).isEqualTo(layer.active().nonzeros());
    }

    /** Zeros among the new values do not change what is listed. */
    @ParameterizedTest
    @MethodSource("shapes")
    void takeOtherValuesAtTheSamePlaces(Shape shape) {
        KernelCase layer = KernelCase.wide(shape);
        ActiveInputs active = ActiveInputs.forLearning(shape.inputs(), shape.examples(), false);
        PanelMatrix ones = new PanelMatrix(shape.examples(), shape.inputs());
        PanelMatrix values = new PanelMatrix(shape.examples(), shape.inputs());
        for (int example = 0; example < shape.examples(); example++) {
            for (int input = 0; input < shape.inputs(); input++) {
                ones.values()[KernelCase.at(ones, example, input)] = layer.x(example, input) == 0 ? 0 : 1;
                values.values()[KernelCase.at(values, example, input)] = input % 3;
            }
        }
        for (int block = 0; block < active.blocks(); block++) {
            active.collect(block, ones, shape.examples());
            active.replaceValues(block, values, shape.examples());
        }

        for (int input = 0; input < shape.inputs(); input++) {
            int first = input * active.capacity();
            List<Integer> examples = new ArrayList<>();
            for (int pair = first; pair < first + active.pairCounts()[input]; pair++) {
                examples.add(active.pairExamples()[pair]);
                assertThat(active.pairValues()[pair]).isEqualTo(input % 3);
            }
            assertThat(examples).isEqualTo(examplesOf(layer, input));
        }
        for (int example = 0; example < shape.examples(); example++) {
            for (int block = 0; block < active.blocks(); block++) {
                int end = KernelCase.end(active, block, example);
                for (int entry = active.slot(block, example); entry < end; entry++) {
                    assertThat(active.values()[entry]).isEqualTo(active.columns()[entry] % 3);
                }
            }
        }
        assertThat(active.nonzeros()).isEqualTo(layer.active().nonzeros());
    }

    /** Every tenth zero is an entry all the same. */
    private static Minibatch sparse(KernelCase layer) {
        Shape shape = layer.shape();
        int[] offsets = new int[shape.examples() + 1];
        List<Integer> columns = new ArrayList<>();
        List<Float> values = new ArrayList<>();
        for (int example = 0; example < shape.examples(); example++) {
            for (int input = 0; input < shape.inputs(); input++) {
                float value = layer.x(example, input);
                if (value != 0 || input % 10 == 0) {
                    columns.add(input);
                    values.add(value);
                }
            }
            offsets[example + 1] = columns.size();
        }
        float[] entries = new float[values.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = values.get(i);
        }
        CompressedRows rows = new CompressedRows(
                shape.inputs(),
                offsets,
                columns.stream().mapToInt(Integer::intValue).toArray(),
                entries);
        Minibatch batch = Minibatch.forExamplesOf(rows, shape.examples());
        batch.gather(new LabelledSplit(rows, row -> 0), 0, shape.examples());
        return batch;
    }

    private static void assertListed(KernelCase layer, ActiveInputs active) {
        Shape shape = layer.shape();
        long nonzeros = 0;
        double absoluteSum = 0;
        for (int example = 0; example < shape.examples(); example++) {
            List<Integer> listed = new ArrayList<>();
            for (int block = 0; block < active.blocks(); block++) {
                int slot = active.slot(block, example);
                for (int entry = slot; entry < KernelCase.end(active, block, example); entry++) {
                    int input = active.columns()[entry];
                    listed.add(input);
                    assertThat(active.values()[entry]).isEqualTo(layer.x(example, input));
                    absoluteSum += Math.abs(layer.x(example, input));
                }
            }
            List<Integer> expected = new ArrayList<>();
            for (int input = 0; input < shape.inputs(); input++) {
                if (layer.x(example, input) != 0) {
                    expected.add(input);
                }
            }
            assertThat(listed).isEqualTo(expected);
            nonzeros += expected.size();
        }
        for (int input = 0; input < shape.inputs(); input++) {
            assertThat(pairs(layer, active, input)).isEqualTo(examplesOf(layer, input));
            assertThat(active.active()[input]).isEqualTo(active.pairCounts()[input] > 0);
        }
        assertThat(active.nonzeros()).isEqualTo(nonzeros);
        assertThat(active.absoluteSum()).isCloseTo(absoluteSum, withinPercentage(1e-10));
    }

    private static List<Integer> pairs(KernelCase layer, ActiveInputs active, int input) {
        List<Integer> examples = new ArrayList<>();
        int first = input * active.capacity();
        for (int pair = first; pair < first + active.pairCounts()[input]; pair++) {
            int example = active.pairExamples()[pair];
            assertThat(active.pairValues()[pair]).isEqualTo(layer.x(example, input));
            examples.add(example);
        }
        return examples;
    }

    private static List<Integer> examplesOf(KernelCase layer, int input) {
        List<Integer> examples = new ArrayList<>();
        for (int example = 0; example < layer.shape().examples(); example++) {
            if (layer.x(example, input) != 0) {
                examples.add(example);
            }
        }
        return examples;
    }
}
