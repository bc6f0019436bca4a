package org.rectify.engine.testing;

import org.rectify.engine.run.PageRenderer;

/** Pages of runs, for tests that do not read them. */
public final class Pages {

    /** Says the same of every run. */
    public static final PageRenderer SAME = (result, provenance, reports, configuration) -> "<p>a run</p>";

    private Pages() {}
}
