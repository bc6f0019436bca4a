/** Tests of the border between engine and plugins. */
@NullMarked
package org.rectify.engine.guard;

import org.jspecify.annotations.NullMarked;
