/** Plugins: found in directories, isolated by class loaders, checked, and refused by name when broken. */
@NullMarked
package org.rectify.engine.plugin;

import org.jspecify.annotations.NullMarked;
