package org.rectify.engine.record;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.engine.component.PluginIdentity;

/**
 * Where the numbers of a run come from: all that is needed to run it again, and to doubt it.
 *
 * @param build which Rectify ran
 * @param plugins that were loaded, whether or not the experiment uses them
 * @param dataset where the examples came from
 * @param seed the master seed
 * @param computation what computed
 * @param machine where it ran
 * @param commandLine the command and its arguments, as they were given
 * @param started when the run began
 * @param ended when it was over; empty while it runs, and for ever if it was killed
 */
public record Provenance(
        Build build,
        List<PluginIdentity> plugins,
        Data dataset,
        long seed,
        Computation computation,
        Machine machine,
        List<String> commandLine,
        OffsetDateTime started,
        Optional<OffsetDateTime> ended) {

    /** Copies the lists; cuts times to seconds. */
    public Provenance {
        started = started.truncatedTo(ChronoUnit.SECONDS);
        ended = ended.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        plugins = List.copyOf(plugins);
        commandLine = List.copyOf(commandLine);
    }

    /** The same run, over at a time. */
    public Provenance endedAt(OffsetDateTime time) {
        return new Provenance(
                build, plugins, dataset, seed, computation, machine, commandLine, started, Optional.of(time));
    }

    /**
     * Where the examples came from.
     *
     * @param name of the data set
     * @param source files, generator, licence
     * @param checksums SHA-256 in hexadecimal of each file read, by path
     */
    public record Data(String name, String source, Map<String, String> checksums) {

        /** Copies the map. */
        public Data {
            checksums = Map.copyOf(checksums);
        }

        /** What a data set says of itself. */
        public static Data of(DatasetInfo info) {
            return new Data(info.name(), info.source(), info.checksums());
        }
    }

    /**
     * What computed.
     *
     * @param backend its name
     * @param threads it used
     * @param vectorBits width of its vectors in bits; empty where it does not tell
     */
    public record Computation(String backend, int threads, OptionalInt vectorBits) {}
}
