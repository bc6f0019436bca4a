/** Penalties on the outputs of hidden layers (paper, section 3.2). */
@NullMarked
@Version("0.2.0")
package org.rectify.api.penalty;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
