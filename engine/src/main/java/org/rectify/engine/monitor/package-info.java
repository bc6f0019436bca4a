/** Figures of a run under way, for dashboards (item 90). */
@NullMarked
package org.rectify.engine.monitor;

import org.jspecify.annotations.NullMarked;
