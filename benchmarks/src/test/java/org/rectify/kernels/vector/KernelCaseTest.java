package org.rectify.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to be done, against what the kernels are given to do. */
class KernelCaseTest {

    private static final LayerShape LAYER = new LayerShape(300, 70);

    @ParameterizedTest
    @CsvSource({"0.05, 15", "0.17, 51", "1, 300", "0.001, 1"})
    void everyExampleHasAsManyActiveInputsAsAskedFor(double active, int expected) {
        ActiveInputs listed = MeasuredLayer.wide(LAYER, 10, active).active();

        for (int example = 0; example < 10; example++) {
            int found = 0;
            for (int block = 0; block < listed.blocks(); block++) {
                found += listed.end(block, example, ActiveInputs.PARTS - 1) - listed.slot(block, example);
            }
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void activeInputsAreSpreadOverAllInputs() {
        DrawnInputs inputs = new DrawnInputs(1000, 10, 0.17);

        assertThat((double) inputs.touched()).isCloseTo(1000 * (1 - Math.pow(0.83, 10)), within(35.0));
    }

    @Test
    void workIsThatOfTheListedPairsAndRows() {
        ActiveInputs listed = MeasuredLayer.wide(LAYER, 10, 0.17).active();
        long rows = 0;
        for (boolean active : listed.active()) {
            rows += active ? 1 : 0;
        }

        KernelCase.Work work = new KernelCase(Kernel.GRADIENT_AND_UPDATE, LAYER, 10, 0.17).work();

        assertThat(work.multiplyAdds()).isEqualTo(2 * listed.pairs() * 70);
        assertThat(work.weightBytes()).isEqualTo(2 * rows * 70 * 4);
    }

    @Test
    void denseWorkIsThatOfAllInputs() {
        KernelCase.Work work = new KernelCase(Kernel.FORWARD_DENSE, LAYER, 10, 1).work();

        assertThat(work).isEqualTo(new KernelCase.Work(10 * 300 * 70, 300 * 70 * 4));
        assertThat(work.gflops(1000)).isEqualTo(0.42);
        assertThat(work.gigabytes(1000)).isEqualTo(0.084);
    }

    @Test
    void labelsTellCasesApart() {
        List<String> labels = KernelCase.all().stream().map(KernelCase::label).toList();

        assertThat(labels)
                .doesNotHaveDuplicates()
                .contains(
                        "ForwardKernel.sparse 784x1000 10 0.17", "BackwardKernel.gradientAndUpdate 1000x1000 256 0.5");
    }
}
