package @package@;

import org.rectify.api.activation.Activation;
import org.rectify.testkit.ActivationContract;
import org.rectify.testkit.Components;

/** Holds the activation to what every activation promises. */
class @Class@Test extends ActivationContract {

    @Override
    protected Activation activation() {
        return Components.make(new @Class@Plugin().activations(), "@name@");
    }
}
