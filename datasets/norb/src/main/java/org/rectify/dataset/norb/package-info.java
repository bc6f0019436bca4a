/** Jittered-cluttered NORB: stereo pairs of toys and of none (section 4.1, items 48, 51 and 52). */
@NullMarked
package org.rectify.dataset.norb;

import org.jspecify.annotations.NullMarked;
