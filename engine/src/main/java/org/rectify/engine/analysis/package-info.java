/** What the paper says of rectifier networks, measured on a trained one (items 22, 24-32 and 90). */
@NullMarked
package org.rectify.engine.analysis;

import org.jspecify.annotations.NullMarked;
