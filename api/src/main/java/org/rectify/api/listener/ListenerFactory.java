package org.rectify.api.listener;

import org.rectify.api.component.ComponentFactory;

/**
 * A named maker of listeners. Making one opens nothing: a listener begins with {@link RunListener#started}.
 *
 * @since 0.2
 */
public interface ListenerFactory<O extends Record> extends ComponentFactory<RunListener, O> {}
