/** Pre-training methods: how hidden layers learn before fine-tuning (paper, sections 3.2 and 4.1). */
@NullMarked
package org.rectify.plugin.pretraining;

import org.jspecify.annotations.NullMarked;
