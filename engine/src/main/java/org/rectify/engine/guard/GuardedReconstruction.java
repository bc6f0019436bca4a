package org.rectify.engine.guard;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.OutputRange;
import org.rectify.api.reconstruction.CodeScaling;
import org.rectify.api.reconstruction.ElementwiseReconstruction;
import org.rectify.api.reconstruction.Reconstruction;

/** A reconstruction behind its guard. */
public class GuardedReconstruction implements Reconstruction, Guarded {

    private final Reconstruction reconstruction;
    private final Guard guard;

    GuardedReconstruction(Reconstruction reconstruction, Guard guard) {
        this.reconstruction = reconstruction;
        this.guard = guard;
    }

    /** The same reconstruction behind a guard. */
    public static Reconstruction of(Reconstruction reconstruction, Guard guard) {
        return reconstruction instanceof ElementwiseReconstruction elementwise
                ? new GuardedElementwiseReconstruction(elementwise, guard)
                : new GuardedReconstruction(reconstruction, guard);
    }

    @Override
    public final Object component() {
        return reconstruction;
    }

    @Override
    public final Guard guard() {
        return guard;
    }

    @Override
    public final OutputRange targets() {
        return guard.ask("targets", reconstruction::targets);
    }

    @Override
    public final OutputRange targets(OutputRange values) {
        return guard.ask("targets", () -> reconstruction.targets(values));
    }

    @Override
    public final boolean accepts(OutputRange values) {
        return guard.call("accepts", () -> reconstruction.accepts(values));
    }

    @Override
    public final boolean acceptsCodes(OutputRange codes) {
        return guard.call("acceptsCodes", () -> reconstruction.acceptsCodes(codes));
    }

    @Override
    public final void target(INDArray values, OutputRange range, INDArray targets) {
        guard.run("target", () -> {
            Call target = guard.method("target");
            Overwritten written = Overwritten.begin(targets, true);
            Untouched untouched = Untouched.begin(values, true);
            reconstruction.target(values, range, targets);
            untouched.require(target, "the values");
            written.require(target, "targets", () -> NumberChecks.areModerate(values));
        });
    }

    @Override
    public final void decode(INDArray preActivations, INDArray reconstructions) {
        guard.run("decode", () -> {
            Call decode = guard.method("decode");
            Overwritten written = Overwritten.begin(reconstructions, true);
            Untouched untouched = Untouched.begin(preActivations, true);
            reconstruction.decode(preActivations, reconstructions);
            untouched.require(decode, "the pre-activations");
            written.require(decode, "reconstructions", () -> NumberChecks.areModerate(preActivations));
        });
    }

    @Override
    public final double cost(INDArray preActivations, INDArray targets, INDArray gradients) {
        return guard.call("cost", () -> {
            Call cost = guard.method("cost");
            Overwritten written = Overwritten.begin(gradients, true);
            Untouched z = Untouched.begin(preActivations, true);
            Untouched t = Untouched.begin(targets, true);
            double sum = reconstruction.cost(preActivations, targets, gradients);
            z.require(cost, "the pre-activations");
            t.require(cost, "the targets");
            written.require(
                    cost,
                    "gradients",
                    () -> NumberChecks.areModerate(preActivations) && NumberChecks.areModerate(targets));
            if (!Double.isFinite(sum)
                    && NumberChecks.areModerate(preActivations)
                    && NumberChecks.areModerate(targets)) {
                throw cost.fault("gives " + sum + " for finite pre-activations and targets");
            }
            return sum;
        });
    }

    @Override
    public final CodeScaling scaling() {
        return guard.ask("scaling", reconstruction::scaling);
    }

    @Override
    public final String toString() {
        return guard.toString();
    }
}
