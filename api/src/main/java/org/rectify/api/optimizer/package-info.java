/** Optimizers: how a gradient changes a parameter (paper, section 4.1). */
@NullMarked
@Version("0.2.0")
package org.rectify.api.optimizer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
