/** Describes data sets: what is in their splits, and how examples look. */
@NullMarked
package org.rectify.engine.data;

import org.jspecify.annotations.NullMarked;
