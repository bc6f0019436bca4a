/** From the results of trials to selected ones, tables and verdicts on claims. */
@NullMarked
package org.rectify.study.result;

import org.jspecify.annotations.NullMarked;
