/** Optimizers besides plain gradient descent. */
@NullMarked
package org.rectify.plugin.training.optimizer;

import org.jspecify.annotations.NullMarked;
