package org.rectify.api.executor;

import java.nio.file.Path;

/** One run of a study, described so that it can be run here or elsewhere. */
public interface Trial {

    /** Its name, unique in the study. */
    String name();

    /** The fully resolved experiment, HOCON, which alone determines the result. */
    String experiment();

    /** The run directory to be made; must not exist. */
    Path directory();

    /** Runs the trial in this process, on the calling thread; failures are recorded by the trial itself. */
    void runHere();
}
