/** Where characters come from: pen strokes, fonts, and NIST's scanned forms (items 53 and 54). */
@NullMarked
package org.rectify.dataset.nistp.source;

import org.jspecify.annotations.NullMarked;
