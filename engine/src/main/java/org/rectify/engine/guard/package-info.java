/** The border to plugins: no call into one is trusted, and whatever goes wrong behind it is told by the plugin's name. */
@NullMarked
package org.rectify.engine.guard;

import org.jspecify.annotations.NullMarked;
