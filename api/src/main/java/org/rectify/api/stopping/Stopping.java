package org.rectify.api.stopping;

import java.util.OptionalInt;

/**
 * When fine-tuning ends before its last epoch, and which parameters it returns (items 20 and 21). Immutable.
 *
 * @since 0.1
 */
public interface Stopping {

    /** Begins the watch over one fine-tuning. */
    StoppingWatch begin();

    /** After how many updates it is measured on the validation split; empty: at the end of each epoch. */
    default OptionalInt checkInterval() {
        return OptionalInt.empty();
    }
}
