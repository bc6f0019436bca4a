package org.rectify.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;

/** Where plugins and data lie. */
final class Installation {

    private Installation() {}

    /**
     * The directories plugins are loaded from: the assembly's own first, then those the user gave, and none else.
     *
     * @param given by {@code --plugins}
     */
    static List<Path> plugins(List<Path> given) {
        List<Path> directories = new ArrayList<>();
        assembly()
                .map(home -> home.resolve("plugins"))
                .filter(Files::isDirectory)
                .ifPresent(directories::add);
        directories.addAll(given);
        return List.copyOf(directories);
    }

    /**
     * The Maven repository in which this program brings what plugins are compiled against.
     *
     * @throws RectifyException of category {@code USER} when run from loose classes
     */
    static Path repository() {
        return assembly()
                .map(home -> home.resolve("repository"))
                .orElseThrow(() -> new RectifyException(
                        Category.USER, "this needs an assembled Rectify, whose folder 'repository' holds the api"));
    }

    /** The folder that holds {@code bin}, {@code lib} and {@code plugins}; empty when run from loose classes. */
    private static Optional<Path> assembly() {
        CodeSource source = Installation.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar)
                    ? Optional.ofNullable(jar.getParent()).map(Path::getParent)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a place: " + source.getLocation(), e);
        }
    }

    /**
     * The folder under which data sets lie; it need not exist.
     *
     * @param given by {@code --data}
     */
    static Path data(Optional<Path> given) {
        return data(given, System.getenv(), Path.of(System.getProperty("user.home", "")));
    }

    static Path data(Optional<Path> given, Map<String, String> environment, Path userHome) {
        return given.or(() -> Optional.ofNullable(environment.get("RECTIFY_DATA"))
                        .filter(path -> !path.isEmpty())
                        .map(Path::of))
                .orElseGet(() -> userHome.resolve(".rectify").resolve("data"))
                .toAbsolutePath()
                .normalize();
    }
}
