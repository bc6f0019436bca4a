/** Kinds of components, and the registry of what plugins contributed to each. */
@NullMarked
package org.rectify.engine.component;

import org.jspecify.annotations.NullMarked;
