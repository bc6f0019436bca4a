/** The image that characters are drawn on and distorted in. */
@NullMarked
package org.rectify.dataset.nistp.image;

import org.jspecify.annotations.NullMarked;
