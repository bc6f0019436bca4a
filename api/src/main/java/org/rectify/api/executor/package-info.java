/** Executors: where the trials of a study run. */
@NullMarked
@Version("0.2.0")
package org.rectify.api.executor;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
