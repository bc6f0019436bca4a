/** Stopping: when fine-tuning ends, and which parameters it returns. */
@NullMarked
@Version("0.2.0")
package org.rectify.api.stopping;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
