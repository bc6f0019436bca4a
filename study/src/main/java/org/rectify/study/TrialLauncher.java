package org.rectify.study;

import java.nio.file.Path;
import java.util.List;

/** How a trial is run in a process of its own. */
@FunctionalInterface
public interface TrialLauncher {

    /**
     * The command that runs a trial with the plugins and data of this process.
     *
     * @param spec a file that holds the trial as JSON
     * @param directory the run directory to be made
     * @param memoryMegabytes heap of its Java machine, at most; 0 leaves it to the machine
     */
    List<String> command(Path spec, Path directory, long memoryMegabytes);
}
