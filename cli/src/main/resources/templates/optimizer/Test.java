package @package@;

import org.rectify.api.optimizer.Optimizer;
import org.rectify.testkit.OptimizerContract;
import org.rectify.testkit.Components;

/** Holds the optimizer to what every optimizer promises. */
class @Class@Test extends OptimizerContract {

    @Override
    protected Optimizer optimizer() {
        return Components.make(new @Class@Plugin().optimizers(), "@name@");
    }
}
