/** The reference backend: dense, plain ND4J calls. */
@NullMarked
package org.rectify.kernels.nd4j;

import org.jspecify.annotations.NullMarked;
