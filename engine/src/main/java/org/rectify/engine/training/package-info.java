/** Supervised learning of a network, and what it tells while it goes (items 16-21 and 90). */
@NullMarked
package org.rectify.engine.training;

import org.jspecify.annotations.NullMarked;
