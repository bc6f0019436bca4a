/** From the file of a study to the trials it consists of, in their order. */
@NullMarked
package org.rectify.study.plan;

import org.jspecify.annotations.NullMarked;
