/** Facts: what components may know of an experiment and of each other, in plain numbers and words. */
@NullMarked
@Version("0.2.0")
package org.rectify.api.facts;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
