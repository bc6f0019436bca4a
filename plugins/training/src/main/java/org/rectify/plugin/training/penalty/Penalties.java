package org.rectify.plugin.training.penalty;

import java.util.List;
import org.rectify.api.penalty.PenaltyFactory;

/** The penalties of this package. */
public final class Penalties {

    private Penalties() {}

    /** Their factories. */
    public static List<PenaltyFactory<?>> all() {
        return List.of(new L2Weights(), new L1Weights(), new KlSparsity());
    }
}
