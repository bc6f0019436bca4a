package @package@;

import org.rectify.api.initializer.Initializer;
import org.rectify.testkit.InitializerContract;
import org.rectify.testkit.Components;

/** Holds the initializer to what every initializer promises. */
class @Class@Test extends InitializerContract {

    @Override
    protected Initializer initializer() {
        return Components.make(new @Class@Plugin().initializers(), "@name@");
    }
}
