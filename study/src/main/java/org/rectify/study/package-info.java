/** Studies: many runs that vary one experiment, carried out side by side, and what they add up to. */
@NullMarked
package org.rectify.study;

import org.jspecify.annotations.NullMarked;
