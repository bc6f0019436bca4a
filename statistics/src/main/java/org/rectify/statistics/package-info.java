/** Tests, intervals and verdicts over the results of runs. */
@NullMarked
package org.rectify.statistics;

import org.jspecify.annotations.NullMarked;
