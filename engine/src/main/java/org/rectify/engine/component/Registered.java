package org.rectify.engine.component;

import org.rectify.api.component.ComponentFactory;
import org.rectify.engine.guard.Guard;

/**
 * A factory and the plugin it comes from.
 *
 * @param <F> the factories' type
 * @param declared what the factory said of itself when its plugin was loaded
 * @param guard of the component it makes
 */
public record Registered<F extends ComponentFactory<?, ?>>(
        F factory, Declared declared, PluginIdentity plugin, Guard guard) {}
