/** Data sets from any IDX files of unsigned bytes (item 49). */
@NullMarked
package org.rectify.dataset.idx;

import org.jspecify.annotations.NullMarked;
