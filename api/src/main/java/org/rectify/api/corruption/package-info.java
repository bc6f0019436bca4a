/** Corruptions: the noise a denoising auto-encoder removes (paper, section 3.2). */
@NullMarked
@Version("0.2.0")
package org.rectify.api.corruption;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
