/** Fetches the files of data sets: from mirrors, resumed, verified, unpacked safely. */
@NullMarked
package org.rectify.fetch;

import org.jspecify.annotations.NullMarked;
