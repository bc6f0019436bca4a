/** The distortions of NISTP and of its fuller relative P07 (items 54 and 55, section 11.3 of the specification). */
@NullMarked
package org.rectify.dataset.nistp.distortion;

import org.jspecify.annotations.NullMarked;
