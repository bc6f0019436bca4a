/** Metrics of classification besides those of the paper. */
@NullMarked
package org.rectify.plugin.training.metric;

import org.jspecify.annotations.NullMarked;
