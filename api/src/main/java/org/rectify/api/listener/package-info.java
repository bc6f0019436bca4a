/**
 * Listeners: who is told how a run goes.
 *
 * <p>May still change: {@link org.rectify.api.stability.Experimental}.
 */
@Experimental
@NullMarked
@Version("0.2.0")
package org.rectify.api.listener;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
import org.rectify.api.stability.Experimental;
