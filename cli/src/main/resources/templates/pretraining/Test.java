package @package@;

import org.rectify.api.pretraining.Pretraining;
import org.rectify.testkit.PretrainingContract;
import org.rectify.testkit.Components;

/** Holds the pretraining to what every pretraining promises. */
class @Class@Test extends PretrainingContract {

    @Override
    protected Pretraining pretraining() {
        return Components.make(new @Class@Plugin().pretrainings(), "@name@");
    }
}
