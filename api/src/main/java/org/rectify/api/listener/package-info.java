/** Listeners: who is told how a run goes. */
@NullMarked
@Version("0.2.0")
package org.rectify.api.listener;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
