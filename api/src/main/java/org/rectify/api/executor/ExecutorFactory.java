package org.rectify.api.executor;

import org.rectify.api.component.ComponentFactory;

/** A named maker of executors. */
public interface ExecutorFactory<O extends Record> extends ComponentFactory<Executor, O> {}
