/** Reviews as bags of terms, the vocabulary they are cut to, and the splits drawn from them (item 56). */
@NullMarked
package org.rectify.dataset.reviews.corpus;

import org.jspecify.annotations.NullMarked;
