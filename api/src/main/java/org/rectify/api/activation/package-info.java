/** Activations: what a layer does to its pre-activations (paper, sections 2.2 and 3.1). */
@NullMarked
@Version("0.2.0")
package org.rectify.api.activation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
