package org.rectify.api.activation;

import org.rectify.api.component.ComponentFactory;

/**
 * A named maker of activations.
 *
 * @since 0.1
 */
public interface ActivationFactory<O extends Record> extends ComponentFactory<Activation, O> {}
