package org.rectify.api.corruption;

import org.rectify.api.component.ComponentFactory;

/**
 * A named maker of corruptions.
 *
 * @since 0.1
 */
public interface CorruptionFactory<O extends Record> extends ComponentFactory<Corruption, O> {}
