@NullMarked
package org.rectify.plugin.tensorboard;

import org.jspecify.annotations.NullMarked;
