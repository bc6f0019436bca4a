/** Stereo pairs of toys, rendered in the manner of the jittered-cluttered NORB set for machines without it (items 51, 52, 59b). */
@NullMarked
package org.rectify.dataset.norb.render;

import org.jspecify.annotations.NullMarked;
