/** CIFAR-10 from its official binary files (section 4.1, items 48 and 50). */
@NullMarked
package org.rectify.dataset.cifar10;

import org.jspecify.annotations.NullMarked;
