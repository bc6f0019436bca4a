package @package@;

import org.rectify.api.executor.TrialExecutor;
import org.rectify.testkit.Components;
import org.rectify.testkit.TrialExecutorContract;

/** Holds the executor to what every executor promises. */
class @Class@Test extends TrialExecutorContract {

    @Override
    protected TrialExecutor executor() {
        return Components.make(new @Class@Plugin().executors(), "@name@");
    }
}
