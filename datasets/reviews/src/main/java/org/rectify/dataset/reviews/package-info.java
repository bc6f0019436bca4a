/** Reviews with stars as binary bags of words (section 4.2, items 56, 57 and 73). */
@NullMarked
package org.rectify.dataset.reviews;

import org.jspecify.annotations.NullMarked;
