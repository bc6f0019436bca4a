package @package@;

import org.rectify.api.dataset.DatasetFactory;
import org.rectify.testkit.DatasetContract;

/** Holds the data set to what every data set promises. */
class @Class@Test extends DatasetContract<@Class@.Options> {

    @Override
    protected DatasetFactory<@Class@.Options> factory() {
        return new @Class@();
    }

    @Override
    protected Sizes sizes() {
        return new Sizes(1000, 200, 200);
    }

    @Override
    protected boolean dependsOnSeed() {
        return true;
    }
}
