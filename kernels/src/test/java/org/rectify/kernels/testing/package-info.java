/** Small things that several of the engine's tests use. */
@NullMarked
package org.rectify.kernels.testing;

import org.jspecify.annotations.NullMarked;
