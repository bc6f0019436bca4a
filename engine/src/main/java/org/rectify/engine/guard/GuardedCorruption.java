package org.rectify.engine.guard;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.OutputRange;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.corruption.ElementwiseCorruption;
import org.rectify.api.random.RandomStream;

/** A corruption behind its guard. */
public class GuardedCorruption implements Corruption, Guarded {

    private final Corruption corruption;
    private final Guard guard;
    private final Call corrupt;

    private GuardedCorruption(Corruption corruption, Guard guard) {
        this.corruption = corruption;
        this.guard = guard;
        this.corrupt = guard.method("corrupt");
    }

    /** The same corruption behind a guard. */
    public static Corruption of(Corruption corruption, Guard guard) {
        return corruption instanceof ElementwiseCorruption elementwise
                ? new Elementwise(elementwise, guard)
                : new GuardedCorruption(corruption, guard);
    }

    @Override
    public final Object component() {
        return corruption;
    }

    @Override
    public final Guard guard() {
        return guard;
    }

    @Override
    public final void corrupt(INDArray clean, INDArray corrupted, RandomStream random) {
        guard.run("corrupt", () -> {
            Overwritten written = Overwritten.begin(corrupted, true);
            Untouched untouched = Untouched.begin(clean, true);
            corruption.corrupt(clean, corrupted, random);
            untouched.require(corrupt, "the clean values");
            written.require(corrupt, "corrupted values", () -> NumberChecks.areModerate(clean));
        });
    }

    @Override
    public final OutputRange range(OutputRange clean) {
        return guard.ask("range", () -> corruption.range(clean));
    }

    @Override
    public final String toString() {
        return guard.toString();
    }

    /** One that treats each place by itself. */
    private static final class Elementwise extends GuardedCorruption implements ElementwiseCorruption {

        private final ElementwiseCorruption corruption;
        private final Call corrupt;
        private boolean seen;

        Elementwise(ElementwiseCorruption corruption, Guard guard) {
            super(corruption, guard);
            this.corruption = corruption;
            this.corrupt = guard.method("corrupt");
        }

        @Override
        public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
            if (seen) {
                long before = NumberChecks.sumOfBits(clean, from, to);
                change(clean, from, to, corrupted, random);
                if (NumberChecks.sumOfBits(clean, from, to) != before) {
                    throw corrupt.fault("changes its clean values, which it must leave untouched");
                }
            } else {
                first(clean, from, to, corrupted, random);
            }
            int place = NumberChecks.firstNotFinite(corrupted, from, to);
            if (place >= 0 && NumberChecks.areModerate(clean, from, to)) {
                throw corrupt.fault("gives " + corrupted[place] + " for a clean value of " + clean[place]);
            }
        }

        private void first(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
            float[] before = Window.of(clean, from, to);
            float[] after = Window.blank(to - from);
            change(before, Window.MARGIN, Window.end(to - from), after, random);
            Window.requireUntouched(corrupt, "its clean values", before, clean, from);
            Window.requireWritten(corrupt, "value", after);
            requireDeclared(before, after, Window.end(to - from));
            Window.copyBack(corrupt, "value", after, corrupted, from);
            seen = true;
        }

        /** What it says of the range of corrupted values holds for these. */
        private void requireDeclared(float[] clean, float[] corrupted, int end) {
            OutputRange range = new OutputRange(0, 0);
            for (int i = Window.MARGIN; i < end; i++) {
                if (!Float.isFinite(clean[i])) {
                    return;
                }
                range = i == Window.MARGIN ? new OutputRange(clean[i], clean[i]) : range.including(clean[i]);
            }
            OutputRange declared = range(range);
            for (int i = Window.MARGIN; i < end; i++) {
                if (!NumberChecks.isWithin(declared, corrupted[i])) {
                    throw corrupt.fault("gives " + corrupted[i] + " for a clean value of " + clean[i]
                            + ", but the range it declares for clean values in " + range + " is " + declared);
                }
            }
        }

        private void change(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
            Slot slot = guard().slot();
            Call outer = slot.enter(corrupt);
            try {
                corruption.corrupt(clean, from, to, corrupted, random);
            } catch (Throwable e) {
                throw corrupt.fault(e);
            } finally {
                slot.leave(outer);
            }
        }
    }
}
