/** The one service type by which a jar contributes components. */
@NullMarked
@Version("0.2.0")
package org.rectify.api.plugin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
