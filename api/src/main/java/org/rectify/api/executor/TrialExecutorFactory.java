package org.rectify.api.executor;

import org.rectify.api.component.ComponentFactory;

/**
 * A named maker of executors.
 *
 * @since 0.2
 */
public interface TrialExecutorFactory<O extends Record> extends ComponentFactory<TrialExecutor, O> {}
