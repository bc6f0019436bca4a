/** Rules that hold for all of Rectify's code. */
@NullMarked
package org.rectify.engine;

import org.jspecify.annotations.NullMarked;
