/** What a backend has to do, and the minibatches it is given. */
@NullMarked
package org.rectify.engine.backend;

import org.jspecify.annotations.NullMarked;
