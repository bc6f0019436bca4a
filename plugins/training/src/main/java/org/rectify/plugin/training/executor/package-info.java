/** Executors: trials on threads of one process, and in processes of their own. */
@NullMarked
package org.rectify.plugin.training.executor;

import org.jspecify.annotations.NullMarked;
