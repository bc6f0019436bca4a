package org.rectify.engine.plugin;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.guard.PluginText;

/**
 * A line of a service file.
 *
 * @param jar that holds the service file
 */
record PluginService(Path jar, String className) {

    RectifyException refused(String reason, @Nullable Throwable cause) {
        return new RectifyException(
                Category.PLUGIN, jar + ": class " + PluginText.line(className) + ": " + reason, cause);
    }

    RectifyException refused(String reason) {
        return refused(reason, null);
    }
}
