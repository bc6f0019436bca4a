package org.rectify.plugin.pretraining;

import org.junit.jupiter.api.Nested;
import org.rectify.api.component.PerLayer;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.testkit.PretrainingContract;

class RectifiedRbmKeepsTheContractTest {

    @Nested
    class WithGaussianVisibles extends PretrainingContract {

        @Override
        protected Pretraining pretraining() {
            return learning(Visible.GAUSSIAN);
        }
    }

    @Nested
    class WithBinaryVisibles extends PretrainingContract {

        @Override
        protected Pretraining pretraining() {
            return learning(Visible.BINARY);
        }
    }

    private static Pretraining learning(Visible visible) {
        return new RbmPretraining(new RectifiedRbm.Options(visible, PerLayer.all(0.01), PerLayer.all(3), 10, 0.001));
    }
}
