package org.rectify.api.stopping;

/** The watch over one fine-tuning: told every measurement, in order. */
public interface StoppingWatch {

    /**
     * Judges one measurement.
     *
     * @param validationError fraction of validation examples classified wrongly, 0 to 1
     */
    Verdict observe(double validationError);
}
