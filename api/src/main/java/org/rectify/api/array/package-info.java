/** Plain heap arrays: ways between them and ND4J's, and functions of floats over them. */
@NullMarked
@Version("0.2.0")
package org.rectify.api.array;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
