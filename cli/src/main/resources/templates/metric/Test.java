package @package@;

import org.rectify.api.metric.Metric;
import org.rectify.testkit.MetricContract;
import org.rectify.testkit.Components;

/** Holds the metric to what every metric promises. */
class @Class@Test extends MetricContract {

    @Override
    protected Metric metric() {
        return Components.make(new @Class@Plugin().metrics(), "@name@");
    }
}
