/**
 * Outputs: what the scores of a network's last layer mean, and what they cost.
 *
 * <p>May still change: {@link org.rectify.api.stability.Experimental}.
 */
@Experimental
@NullMarked
@Version("0.2.0")
package org.rectify.api.output;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.rectify.api.stability.Experimental;
