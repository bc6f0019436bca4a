/** Contract tests that an author of components extends, and what they need to run without the engine. */
@NullMarked
package org.rectify.testkit;

import org.jspecify.annotations.NullMarked;
