package @package@;

import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.testkit.ReconstructionContract;
import org.rectify.testkit.Components;

/** Holds the reconstruction to what every reconstruction promises. */
class @Class@Test extends ReconstructionContract {

    @Override
    protected Reconstruction reconstruction() {
        return Components.make(new @Class@Plugin().reconstructions(), "@name@");
    }
}
