/** What a backend has to do, and the minibatches it is given. */
@NullMarked
package org.rectify.kernels;

import org.jspecify.annotations.NullMarked;
