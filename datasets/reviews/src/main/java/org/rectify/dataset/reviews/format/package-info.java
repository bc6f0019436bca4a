/** File formats of reviews, read without trusting what they hold (item 56, section 11.4). */
@NullMarked
package org.rectify.dataset.reviews.format;

import org.jspecify.annotations.NullMarked;
