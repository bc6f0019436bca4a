/** One run, from its description to its directory. */
@NullMarked
package org.rectify.engine.run;

import org.jspecify.annotations.NullMarked;
