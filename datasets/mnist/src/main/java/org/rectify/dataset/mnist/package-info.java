/** MNIST from its official files, and a bundled sample of it (section 4.1, items 48 and 49). */
@NullMarked
package org.rectify.dataset.mnist;

import org.jspecify.annotations.NullMarked;
