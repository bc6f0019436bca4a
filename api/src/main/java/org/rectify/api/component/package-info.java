/** Components: named factories, their options, and what the engine hands to them. */
@NullMarked
@Version("0.2.0")
package org.rectify.api.component;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
