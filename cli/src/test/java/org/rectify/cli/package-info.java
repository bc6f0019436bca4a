/** Tests of the command, of its parts and as a process. */
@NullMarked
package org.rectify.cli;

import org.jspecify.annotations.NullMarked;
