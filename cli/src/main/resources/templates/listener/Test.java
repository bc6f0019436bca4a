package @package@;

import java.nio.file.Path;
import org.rectify.api.listener.RunListener;
import org.rectify.testkit.Components;
import org.rectify.testkit.ListenerContract;

/** Holds the listener to what every listener promises. */
class @Class@Test extends ListenerContract {

    @Override
    protected RunListener listener(Path directory) {
        return Components.make(new @Class@Plugin().listeners(), "@name@");
    }
}
