/** Tests of finding, isolating and refusing plugins. */
@NullMarked
package org.rectify.engine.plugin;

import org.jspecify.annotations.NullMarked;
