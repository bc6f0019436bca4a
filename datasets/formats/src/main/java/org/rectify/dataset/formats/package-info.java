/** File formats that several data sets share, read without trusting what a file says of itself. */
@NullMarked
@Version("0.2.0")
package org.rectify.dataset.formats;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
