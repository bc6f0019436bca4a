package @package@;

import org.rectify.api.stopping.Stopping;
import org.rectify.testkit.StoppingContract;
import org.rectify.testkit.Components;

/** Holds the stopping to what every stopping promises. */
class @Class@Test extends StoppingContract {

    @Override
    protected Stopping stopping() {
        return Components.make(new @Class@Plugin().stoppings(), "@name@");
    }
}
