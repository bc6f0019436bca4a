/** Networks before anything computes them: layers, signs, parameters (items 11, 13 and 15). */
@NullMarked
package org.rectify.kernels.network;

import org.jspecify.annotations.NullMarked;
