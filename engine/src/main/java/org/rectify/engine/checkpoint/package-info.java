/** Trained networks in files (item 87). */
@NullMarked
package org.rectify.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
