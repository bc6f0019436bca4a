package org.rectify.engine.guard;

import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.PretrainingStack;

/**
 * A pre-training method behind its guard.
 *
 * @param guard its guard
 */
public record GuardedPretraining(Pretraining pretraining, Guard guard) implements Pretraining, Guarded {

    /** The same method behind a guard. */
    public static Pretraining of(Pretraining pretraining, Guard guard) {
        return new GuardedPretraining(pretraining, guard);
    }

    @Override
    public Object component() {
        return pretraining;
    }

    @Override
    public void pretrain(PretrainingStack stack) {
        CheckedStack lent = new CheckedStack(stack, guard);
        try {
            guard.run("pretrain", () -> pretraining.pretrain(lent));
        } finally {
            lent.close();
        }
    }

    @Override
    public String toString() {
        return guard.toString();
    }
}
