/** Whole workloads through the real engine, and their speed. */
@NullMarked
package org.rectify.engine.benchmark;

import org.jspecify.annotations.NullMarked;
