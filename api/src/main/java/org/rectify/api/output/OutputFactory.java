package org.rectify.api.output;

import org.rectify.api.component.ComponentFactory;

/**
 * A named maker of outputs.
 *
 * @since 0.2
 */
public interface OutputFactory<O extends Record> extends ComponentFactory<Output, O> {}
