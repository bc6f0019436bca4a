/** What the listeners that an experiment names are told of its run. */
@NullMarked
package org.rectify.engine.listener;

import org.jspecify.annotations.NullMarked;
