package org.rectify.api.optimizer;

import org.rectify.api.component.ComponentFactory;

/**
 * A named maker of optimizers.
 *
 * @since 0.1
 */
public interface OptimizerFactory<O extends Record> extends ComponentFactory<Optimizer, O> {}
