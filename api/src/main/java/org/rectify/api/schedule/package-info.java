/** Schedules: how the learning rate changes while a network learns. */
@NullMarked
@Version("0.2.0")
package org.rectify.api.schedule;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
