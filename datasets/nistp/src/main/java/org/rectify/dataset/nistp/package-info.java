/** Distorted characters of 62 classes, generated without end (section 4.1, items 53 to 55). */
@NullMarked
package org.rectify.dataset.nistp;

import org.jspecify.annotations.NullMarked;
