package org.rectify.cli;

import org.rectify.api.error.Category;

/** What the process tells its caller. */
final class ExitCode {

    static final int DONE = 0;
    static final int INTERNAL = 1;
    static final int USER = 2;
    static final int DATA = 3;
    static final int PLUGIN = 4;
    static final int DIVERGED = 5;
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** The code of an error. */
    static int of(Category category) {
        return switch (category) {
            case USER -> USER;
            case DATA -> DATA;
            case PLUGIN -> PLUGIN;
            case DIVERGED -> DIVERGED;
            case INTERNAL -> INTERNAL;
        };
    }
}
