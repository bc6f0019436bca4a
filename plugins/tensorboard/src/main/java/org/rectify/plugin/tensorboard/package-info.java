/** A listener that writes what TensorBoard shows of a run. */
@NullMarked
package org.rectify.plugin.tensorboard;

import org.jspecify.annotations.NullMarked;
