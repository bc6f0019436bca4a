/** Data sets: splits of dense or sparse examples with their labels (paper, section 4). */
@NullMarked
@Version("0.2.0")
package org.rectify.api.dataset;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
