package org.rectify.engine.run;

import com.google.inject.AbstractModule;
import org.rectify.engine.component.ComponentRegistry;

/** Binds what plugins contributed. */
final class PluginModule extends AbstractModule {

    private final ComponentRegistry registry;

    PluginModule(ComponentRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void configure() {
        bind(ComponentRegistry.class).toInstance(registry);
    }
}
