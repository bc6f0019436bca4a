package @package@;

import org.rectify.api.output.Output;
import org.rectify.testkit.OutputContract;
import org.rectify.testkit.Components;

/** Holds the output to what every output promises. */
class @Class@Test extends OutputContract {

    @Override
    protected Output output() {
        return Components.make(new @Class@Plugin().outputs(), "@name@");
    }
}
