package @package@;

import org.rectify.api.corruption.Corruption;
import org.rectify.testkit.CorruptionContract;
import org.rectify.testkit.Components;

/** Holds the corruption to what every corruption promises. */
class @Class@Test extends CorruptionContract {

    @Override
    protected Corruption corruption() {
        return Components.make(new @Class@Plugin().corruptions(), "@name@");
    }
}
