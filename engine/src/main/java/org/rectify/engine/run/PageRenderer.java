package org.rectify.engine.run;

import java.util.List;
import org.rectify.engine.record.Provenance;
import org.rectify.engine.record.RunResult;
import org.rectify.engine.training.EpochReport;

/** Renders a run as a page for people. */
@FunctionalInterface
public interface PageRenderer {

    /**
     * Renders a run that has ended.
     *
     * @param reports of training, in order; may be empty
     * @param configuration the resolved experiment
     * @return HTML that needs no other file
     */
    String render(RunResult result, Provenance provenance, List<EpochReport> reports, String configuration);
}
