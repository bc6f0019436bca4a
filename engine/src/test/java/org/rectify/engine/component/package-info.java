/** Tests of kinds and registry. */
@NullMarked
package org.rectify.engine.component;

import org.jspecify.annotations.NullMarked;
