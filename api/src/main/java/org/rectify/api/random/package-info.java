/** Randomness as an argument: counter-based streams named by purpose, all from one master seed. */
@NullMarked
@Version("0.2.0")
package org.rectify.api.random;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
