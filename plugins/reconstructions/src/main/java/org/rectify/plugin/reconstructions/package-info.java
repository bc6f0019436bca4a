/** Decoders, costs and targets of auto-encoders (paper, section 3.2; items 38-44). */
@NullMarked
package org.rectify.plugin.reconstructions;

import org.jspecify.annotations.NullMarked;
