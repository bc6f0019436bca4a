/** Errors that a user can act on, by category. */
@NullMarked
@Version("0.2.0")
package org.rectify.api.error;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
