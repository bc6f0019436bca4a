package org.rectify.api.optimizer;

import org.rectify.api.schedule.Progress;

/**
 * The step that is being made. Valid during the call it is handed to.
 *
 * @since 0.2
 */
public interface Step extends Progress {

    /** What the experiment's schedule multiplies learning rates by now; every optimizer multiplies its rate by it. */
    double rateFactor();
}
