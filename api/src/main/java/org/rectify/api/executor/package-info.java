/**
 * Executors: where the trials of a study run.
 *
 * <p>May still change: {@link org.rectify.api.stability.Experimental}.
 */
@Experimental
@NullMarked
@Version("0.2.0")
package org.rectify.api.executor;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.rectify.api.stability.Experimental;
