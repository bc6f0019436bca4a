/** Schedules of the learning rate besides the constant one. */
@NullMarked
package org.rectify.plugin.training.schedule;

import org.jspecify.annotations.NullMarked;
