/**
 * The activations of the paper and those it is compared with (sections 2.1, 2.2 and 3.1; items 1-12), and relatives of the
 * rectifier from other publications.
 */
@NullMarked
package org.rectify.plugin.activations;

import org.jspecify.annotations.NullMarked;
