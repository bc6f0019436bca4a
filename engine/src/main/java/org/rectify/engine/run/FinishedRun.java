package org.rectify.engine.run;

import org.rectify.engine.record.RunDirectory;
import org.rectify.engine.record.RunResult;

/** A run that came to its end, be it by divergence. */
public record FinishedRun(RunDirectory directory, RunResult result) {}
