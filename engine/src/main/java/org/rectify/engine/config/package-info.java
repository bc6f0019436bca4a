/** Experiment files: reading, strict binding to records, and everything wrong with them in one list. */
@NullMarked
package org.rectify.engine.config;

import org.jspecify.annotations.NullMarked;
