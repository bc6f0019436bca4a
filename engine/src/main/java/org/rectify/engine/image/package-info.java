/** Pictures of what stands in rows of images: tiles, sheets, PNG. */
@NullMarked
package org.rectify.engine.image;

import org.jspecify.annotations.NullMarked;
