/** The rectify command. */
@NullMarked
package org.rectify.cli;

import org.jspecify.annotations.NullMarked;
