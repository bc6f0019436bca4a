/** Tests, intervals and verdicts over the results of runs. */
@NullMarked
package org.rectify.engine.statistics;

import org.jspecify.annotations.NullMarked;
