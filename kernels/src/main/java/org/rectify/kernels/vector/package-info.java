/** The fast backend: packed weights, and kernels that never multiply an exact zero (paper, section 3.1; item 23). */
@NullMarked
package org.rectify.kernels.vector;

import org.jspecify.annotations.NullMarked;
