package org.rectify.engine.config;

import java.util.function.Supplier;
import org.rectify.engine.component.PluginIdentity;

/**
 * A component that an experiment chose and that is made when it is needed: options bound and checked already.
 *
 * @param <T> the component's type
 * @param type its registered name
 * @param options its bound options
 * @param plugin where it comes from
 * @param maker makes it; may read files and throw a {@link org.rectify.api.error.RectifyException}
 */
public record DeferredComponent<T>(String type, Record options, PluginIdentity plugin, Supplier<T> maker) {

    /** Makes the component. */
    public T create() {
        return maker.get();
    }
}
