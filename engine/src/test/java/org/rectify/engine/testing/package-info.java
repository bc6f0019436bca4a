/** Small things that several of the engine's tests use. */
@NullMarked
package org.rectify.engine.testing;

import org.jspecify.annotations.NullMarked;
