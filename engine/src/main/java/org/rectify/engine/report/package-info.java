/** The page that shows a run: key numbers, learning curves, layers, configuration and provenance. */
@NullMarked
package org.rectify.engine.report;

import org.jspecify.annotations.NullMarked;
