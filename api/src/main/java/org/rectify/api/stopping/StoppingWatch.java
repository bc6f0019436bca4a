package org.rectify.api.stopping;

/** The watch over one fine-tuning: told every measurement, in order. */
public interface StoppingWatch {

    /**
     * Judges one measurement.
     *
     * @param validationError the watched metric on the validation split; NaN counts as infinitely bad
     */
    Verdict observe(double validationError);
}
