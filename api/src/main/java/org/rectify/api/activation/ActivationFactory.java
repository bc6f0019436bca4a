package org.rectify.api.activation;

import org.rectify.api.component.ComponentFactory;

/** A named maker of activations. */
public interface ActivationFactory<O extends Record> extends ComponentFactory<Activation, O> {}
