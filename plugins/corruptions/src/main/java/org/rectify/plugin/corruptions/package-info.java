/** The corruptions that denoising auto-encoders learn to undo (paper, section 3.2; items 34-36). */
@NullMarked
package org.rectify.plugin.corruptions;

import org.jspecify.annotations.NullMarked;
