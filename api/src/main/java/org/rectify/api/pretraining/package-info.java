/** Pre-training: unsupervised learning of a stack of layers (paper, sections 3.2 and 4.1). */
@NullMarked
@Version("0.2.0")
package org.rectify.api.pretraining;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
