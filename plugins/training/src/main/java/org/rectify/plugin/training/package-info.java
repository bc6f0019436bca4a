/** The paper's way of supervised training: initializers, the L1 penalty, gradient descent, stopping rules and metrics. */
@NullMarked
package org.rectify.plugin.training;

import org.jspecify.annotations.NullMarked;
