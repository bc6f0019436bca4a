/** Initializers: the first values of the weights (paper, section 4.1). */
@NullMarked
@Version("0.2.0")
package org.rectify.api.initializer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
