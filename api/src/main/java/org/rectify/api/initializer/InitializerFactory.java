package org.rectify.api.initializer;

import org.rectify.api.component.ComponentFactory;

/**
 * A named maker of initializers.
 *
 * @since 0.1
 */
public interface InitializerFactory<O extends Record> extends ComponentFactory<Initializer, O> {}
