package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectify.api.schedule.Progress;
import org.rectify.api.schedule.Schedule;

/**
 * What every schedule of learning rates must satisfy; its author extends this class and names the schedule.
 *
 * <pre>{@code
 * class WarmUpTest extends ScheduleContract {
 *     @Override
 *     protected Schedule schedule() {
 *         return Components.make(new MyPlugin().schedules(), "warm-up");
 *     }
 * }
 * }</pre>
 *
 * <p>It is asked at the beginning, in the middle and at the end of short and long trainings, of a single minibatch among them:
 * factors are finite and not negative, and depend on the progress alone.
 *
 * @since 0.2
 */
public abstract class ScheduleContract {

    private static final int[] EPOCHS = {1, 2, 7, 60, 100_000};
    private static final long[] UPDATES_PER_EPOCH = {1, 2, 13, 5_000, 10_000_000};

    /** The schedule under test. */
    protected abstract Schedule schedule();

    @Test
    final void factorsAreFiniteAndNotNegative() {
        Schedule schedule = schedule();
        for (FixedStep moment : moments()) {
            assertThat(schedule.factor(moment))
                    .as("factor at %s", name(moment))
                    .isFinite()
                    .isNotNegative();
        }
    }

    @Test
    final void theOrderOfQuestionsChangesNothing() {
        Schedule forwards = schedule();
        List<FixedStep> moments = moments();
        double[] factors = moments.stream().mapToDouble(forwards::factor).toArray();
        Schedule other = schedule();
        for (int i = factors.length - 1; i >= 0; i--) {
            assertThat(forwards.factor(moments.get(i)))
                    .as("factor at %s, asked again", name(moments.get(i)))
                    .isEqualTo(factors[i]);
            assertThat(other.factor(moments.get(i)))
                    .as("factor at %s, asked of another object of the same kind", name(moments.get(i)))
                    .isEqualTo(factors[i]);
        }
    }

    @Test
    final void theProgressIsReadAtEveryCall() {
        Schedule schedule = schedule();
        Moving progress = new Moving();
        for (FixedStep moment : moments()) {
            progress.now = moment;
            assertThat(schedule.factor(progress))
                    .as("factor at %s, asked with the same object of progress", name(moment))
                    .isEqualTo(schedule().factor(moment));
        }
    }

    /** The first and the last minibatch of the first, the middle and the last epoch. */
    private static List<FixedStep> moments() {
        List<FixedStep> moments = new ArrayList<>();
        for (int epochs : EPOCHS) {
            for (long updates : UPDATES_PER_EPOCH) {
                for (int epoch : new int[] {1, 1 + epochs / 2, epochs}) {
                    long first = (epoch - 1) * updates;
                    moments.add(new FixedStep(first, epoch, epochs, updates, 1));
                    moments.add(new FixedStep(first + updates - 1, epoch, epochs, updates, 1));
                }
            }
        }
        return List.copyOf(moments);
    }

    private static String name(Progress progress) {
        return "update %d in epoch %d of %d, of %d updates each"
                .formatted(progress.update(), progress.epoch(), progress.epochs(), progress.updatesPerEpoch());
    }

    /** The one object that the engine hands out, which tells another progress at each call. */
    private static final class Moving implements Progress {

        private FixedStep now = FixedStep.of(0);

        @Override
        public long update() {
            return now.update();
        }

        @Override
        public int epoch() {
            return now.epoch();
        }

        @Override
        public int epochs() {
            return now.epochs();
        }

        @Override
        public long updatesPerEpoch() {
            return now.updatesPerEpoch();
        }
    }
}
