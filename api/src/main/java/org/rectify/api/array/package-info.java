/** Ways between ND4J arrays and plain heap arrays. */
@NullMarked
@Version("0.1.0")
package org.rectify.api.array;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
