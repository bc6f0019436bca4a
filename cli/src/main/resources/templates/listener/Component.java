package @package@;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;
import org.rectify.api.listener.EndFacts;
import org.rectify.api.listener.EpochFacts;
import org.rectify.api.listener.ListenerFactory;
import org.rectify.api.listener.RunFacts;
import org.rectify.api.listener.RunListener;

/** Writes how a run goes into a text file of its directory. */
public final class @Class@ implements ListenerFactory<@Class@.Options> {

    /** What an experiment file may set. */
    public record Options(
            @Describe(value = "An epoch is written down every so many.", defaultsTo = "1", range = "[1, 1000000]")
            int every) {

        public Options {
            Require.in("every", every, "[1, 1000000]");
        }
    }

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public String summary() {
        return "Writes a line for every epoch into @name@/diary.txt of the run directory.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public RunListener create(Options options, ComponentContext context) {
        return new Diary(options.every());
    }

    private static final class Diary implements RunListener {

        private final int every;
        private Path file = Path.of("diary.txt");

        Diary(int every) {
            this.every = every;
        }

        @Override
        public void started(RunFacts run) {
            Path folder = run.directory().resolve("@name@");
            try {
                file = Files.createDirectories(folder).resolve("diary.txt");
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make " + folder, e);
            }
            write("run " + run.name() + " with seed " + run.seed());
        }

        @Override
        public void epochEnded(EpochFacts epoch) {
            if (epoch.epoch() % every == 0) {
                write("epoch " + epoch.epoch() + ": cost " + epoch.trainingCost());
            }
        }

        @Override
        public void ended(EndFacts end) {
            write(end.diverged() ? "diverged" : "ended after " + end.epochs() + " epochs");
        }

        @Override
        public void failed(String message) {
            write("failed: " + message);
        }

        private void write(String line) {
            try {
                Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }
    }
}
