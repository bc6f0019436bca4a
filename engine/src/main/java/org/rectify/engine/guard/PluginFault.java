package org.rectify.engine.guard;

import org.jspecify.annotations.Nullable;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;

/** A call into a plugin that went wrong: the message names plugin, component and method in one line. */
public final class PluginFault extends RectifyException {

    private static final long serialVersionUID = 1L;

    PluginFault(String message, @Nullable Throwable cause) {
        super(Category.PLUGIN, message, cause);
    }
}
