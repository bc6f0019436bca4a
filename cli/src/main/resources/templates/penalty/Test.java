package @package@;

import org.rectify.api.penalty.Penalty;
import org.rectify.testkit.PenaltyContract;
import org.rectify.testkit.Components;

/** Holds the penalty to what every penalty promises. */
class @Class@Test extends PenaltyContract {

    @Override
    protected Penalty penalty() {
        return Components.make(new @Class@Plugin().penalties(), "@name@");
    }
}
