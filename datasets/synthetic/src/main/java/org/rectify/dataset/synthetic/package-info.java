/** Generated digits, stereo pairs and textures, for machines without data (item 59). */
@NullMarked
package org.rectify.dataset.synthetic;

import org.jspecify.annotations.NullMarked;
