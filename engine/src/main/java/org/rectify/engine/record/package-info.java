/** What a run leaves behind: its directory, its results, and where they came from (items 86, 89 and 90). */
@NullMarked
package org.rectify.engine.record;

import org.jspecify.annotations.NullMarked;
