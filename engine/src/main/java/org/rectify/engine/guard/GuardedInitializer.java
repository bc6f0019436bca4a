package org.rectify.engine.guard;

import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.initializer.DataDependentInitializer;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.random.RandomStream;

/** An initializer behind its guard. */
public class GuardedInitializer implements Initializer, Guarded {

    private final Initializer initializer;
    private final Guard guard;

    private GuardedInitializer(Initializer initializer, Guard guard) {
        this.initializer = initializer;
        this.guard = guard;
    }

    /** The same initializer behind a guard. */
    public static Initializer of(Initializer initializer, Guard guard) {
        return initializer instanceof DataDependentInitializer dependent
                ? new DataDependent(dependent, guard)
                : new GuardedInitializer(initializer, guard);
    }

    @Override
    public final Object component() {
        return initializer;
    }

    @Override
    public final Guard guard() {
        return guard;
    }

    @Override
    public final void fill(INDArray weights, RandomStream random) {
        filling(weights, own -> initializer.fill(own, random));
    }

    /** Has an array of its own filled, which the initializer may keep and spoil later. */
    final void filling(INDArray weights, Consumer<INDArray> fill) {
        INDArray own = weights.dup();
        guard.run("fill", () -> {
            Overwritten written = Overwritten.begin(own, true);
            fill.accept(own);
            written.require(guard.method("fill"), "weights", () -> true);
        });
        weights.assign(own);
    }

    @Override
    public final String toString() {
        return guard.toString();
    }

    /** One that looks at examples. */
    private static final class DataDependent extends GuardedInitializer implements DataDependentInitializer {

        private final DataDependentInitializer initializer;

        DataDependent(DataDependentInitializer initializer, Guard guard) {
            super(initializer, guard);
            this.initializer = initializer;
        }

        @Override
        public int examples() {
            int examples = guard().call("examples", initializer::examples);
            if (examples < 1) {
                throw guard().fault("examples", "gives " + examples + "; it must be at least 1");
            }
            return examples;
        }

        @Override
        public void fill(INDArray weights, INDArray inputs, RandomStream random) {
            filling(weights, own -> {
                Untouched untouched = Untouched.begin(inputs, true);
                initializer.fill(own, inputs, random);
                untouched.require(guard().method("fill"), "the inputs");
            });
        }
    }
}
