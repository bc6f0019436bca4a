@NullMarked
package org.rectify.cli.check;

import org.jspecify.annotations.NullMarked;
