/** Holds somebody's plugin to everything that plugins promise. */
@NullMarked
package org.rectify.cli.check;

import org.jspecify.annotations.NullMarked;
