/** Reconstructions: decoder, cost and target of an auto-encoder (paper, section 3.2). */
@NullMarked
@Version("0.2.0")
package org.rectify.api.reconstruction;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
