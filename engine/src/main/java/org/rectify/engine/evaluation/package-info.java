/** Measuring networks; the only place that sees test examples (item 48). */
@NullMarked
package org.rectify.engine.evaluation;

import org.jspecify.annotations.NullMarked;
