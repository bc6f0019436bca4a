package org.rectify.api.stopping;

import org.rectify.api.component.ComponentFactory;

/**
 * A named maker of stopping rules.
 *
 * @since 0.1
 */
public interface StoppingFactory<O extends Record> extends ComponentFactory<Stopping, O> {}
