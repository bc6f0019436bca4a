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

    /**
     * The run directory to be made. It does not exist when the trial is submitted; whoever runs the trial again removes what
     * the first attempt left, here and in the folder of the same name with {@code .partial} after it.
     */
    Path directory();

    /**
     * A file of this trial's own that nobody else writes, for its specification, a script or what a process prints; removed
     * when the trial is over.
     *
     * @param name without a folder
     * @since 0.2
     */
    Path scratch(String name);

    /**
     * The command that runs the trial in another process of this machine: {@code rectify trial} with the Java, plugins and data
     * of this one. Its process ends when this one does; what it prints are lines {@code progress FRACTION} and {@code log TEXT},
     * and errors after {@code rectify:} on standard error.
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
     * Tells the study how far the trial is, from 0 to 1; {@link #runHere} tells by itself. On any thread.
     *
     * @since 0.2
     */
    void progress(double fraction);

    /**
     * Hands a line to the study's log. On any thread.
     *
     * @since 0.2
     */
    void log(String line);
}
