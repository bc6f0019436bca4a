/** Generated reviews, for machines without data (item 57). */
@NullMarked
package org.rectify.dataset.reviews.synthetic;

import org.jspecify.annotations.NullMarked;
