/** Pages that show what came of runs: one of a run, and one of many beside the paper. */
@NullMarked
package org.rectify.report;

import org.jspecify.annotations.NullMarked;
