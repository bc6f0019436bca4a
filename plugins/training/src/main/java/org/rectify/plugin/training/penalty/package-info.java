/** Penalties besides the paper's. */
@NullMarked
package org.rectify.plugin.training.penalty;

import org.jspecify.annotations.NullMarked;
