package org.rectify.engine.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * Which Rectify ran, as its build wrote it into the jar.
 *
 * @param version of the project
 * @param revision the git commit it was built from, 40 hexadecimal digits; empty if it was built outside a clone
 * @param modified whether files of the clone differed from that commit; empty if that is unknown
 */
public record Build(String version, Optional<String> revision, Optional<Boolean> modified) {

    private static final String RESOURCE = "build.properties";

    /** The Rectify that runs. */
    public static Build current() {
        Properties properties = new Properties();
        try (InputStream content = Build.class.getResourceAsStream(RESOURCE)) {
            if (content == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the engine's jar");
            }
            properties.load(content);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return of(properties);
    }

    static Build of(Properties properties) {
        return new Build(
                known(properties, "version").orElse("unknown"),
                known(properties, "revision"),
                known(properties, "modified").map(Boolean::valueOf));
    }

    private static Optional<String> known(Properties properties, String key) {
        String value = properties.getProperty(key, "").strip();
        boolean placeholder = value.isEmpty() || value.contains("${");
        return placeholder ? Optional.empty() : Optional.of(value);
    }
}
