package org.rectify.engine.component;

import org.rectify.api.component.ComponentFactory;
import org.rectify.engine.guard.Guard;

/**
 * A factory and the plugin it comes from.
 *
 * @param <F> the factories' type
 * @param guard of the component it makes
 */
public record Registered<F extends ComponentFactory<?, ?>>(F factory, PluginIdentity plugin, Guard guard) {}
