/** Tells two runs apart: what differs in their settings, their origin and their results. */
@NullMarked
package org.rectify.report.comparison;

import org.jspecify.annotations.NullMarked;
