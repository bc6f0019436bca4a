package org.rectify.api.executor;

import java.nio.file.Path;
import java.util.List;

/**
 * A trial that an executor is to run, and what the engine lends it for that.
 *
 * @since 0.1
 */
public interface Trial {

    /**
     * The trial as data.
     *
     * @since 0.2
     */
    TrialSpec spec();

    /**
     * The same as JSON, which {@code rectify trial} reads.
     *
     * @since 0.2
     */
    String json();

    /** The run directory to be made; must not exist. */
    Path directory();

    /**
     * A file of this trial's own that nobody else writes, for its specification, a script or what a process prints.
     *
     * @since 0.2
     */
    Path scratch(String name);

    /**
     * The command that runs a trial in another process of this machine, of which {@code rectify trial SPEC.json --into DIR} is
     * the end.
     *
     * @param spec a file that holds {@link #json()}
     * @param memoryMegabytes heap of its Java machine, at most; 0 leaves it to the machine
     * @since 0.2
     */
    List<String> command(Path spec, long memoryMegabytes);

    /**
     * Runs the trial in this process, on the calling thread.
     *
     * @throws RuntimeException when it fails; the message is for the user
     */
    void runHere();

    /**
     * Whether somebody asked to give the trial up.
     *
     * @since 0.2
     */
    boolean isCancelled();

    /**
     * Tells how far it is, from 0 to 1; {@link #runHere} tells by itself.
     *
     * @since 0.2
     */
    void progress(double fraction);

    /**
     * Hands a line to the study's log.
     *
     * @since 0.2
     */
    void log(String line);
}
