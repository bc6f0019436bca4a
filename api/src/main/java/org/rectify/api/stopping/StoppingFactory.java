package org.rectify.api.stopping;

import org.rectify.api.component.ComponentFactory;

/** A named maker of stopping rules. */
public interface StoppingFactory<O extends Record> extends ComponentFactory<Stopping, O> {}
