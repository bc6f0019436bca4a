/** Metrics: what is measured on a split (paper, sections 4.1 and 4.2). */
@NullMarked
@Version("0.2.0")
package org.rectify.api.metric;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
