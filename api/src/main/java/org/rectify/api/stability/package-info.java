/** Stability: which parts of the api may still change. */
@NullMarked
@Version("0.2.0")
package org.rectify.api.stability;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
