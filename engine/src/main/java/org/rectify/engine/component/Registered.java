package org.rectify.engine.component;

import org.rectify.api.component.ComponentFactory;

/**
 * A factory and the plugin it comes from.
 *
 * @param <F> the factories' type
 */
public record Registered<F extends ComponentFactory<?, ?>>(F factory, PluginIdentity plugin) {}
