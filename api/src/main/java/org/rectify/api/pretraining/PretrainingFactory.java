package org.rectify.api.pretraining;

import org.rectify.api.component.ComponentFactory;

/**
 * A named maker of pre-training methods.
 *
 * @since 0.1
 */
public interface PretrainingFactory<O extends Record> extends ComponentFactory<Pretraining, O> {}
