/** Rules that hold for all of Rectify's code. */
@NullMarked
package org.rectify.house;

import org.jspecify.annotations.NullMarked;
