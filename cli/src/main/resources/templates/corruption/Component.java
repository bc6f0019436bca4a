package @package@;

import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.corruption.CorruptionFactory;
import org.rectify.api.corruption.ElementwiseCorruption;
import org.rectify.api.random.RandomStream;

/** Sets a fraction of the input to zero. */
public final class @Class@ implements CorruptionFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(value = "The fraction of the input that is hidden.", defaultsTo = "0.25", range = "[0, 1]")
            double fraction) {

        public Options {
            Require.in("fraction", fraction, "[0, 1]");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "Sets each input to zero with the same probability.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Corruption create(Options options, ComponentContext context) {
        return new Hiding(options.fraction());
    }

    private record Hiding(double fraction) implements ElementwiseCorruption {

        @Override
        public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
            for (int i = from; i < to; i++) {
                corrupted[i] = random.nextDouble() < fraction ? 0 : clean[i];
            }
        }

        @Override
        public OutputRange range(OutputRange clean) {
            return clean.including(0);
        }
    }
}
