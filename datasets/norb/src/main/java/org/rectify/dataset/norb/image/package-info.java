/** Images made smaller. */
@NullMarked
package org.rectify.dataset.norb.image;

import org.jspecify.annotations.NullMarked;
