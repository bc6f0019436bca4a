package org.rectify.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.plugin.Plugin;

/**
 * What a jar says of itself.
 *
 * @param manifest the main attributes; empty where the jar has no manifest
 * @param services the classes its service file names, without duplicates
 */
record PluginJar(Path path, Attributes manifest, List<String> services) {

    static final String SERVICE_FILE = "META-INF/services/" + Plugin.class.getName();

    static PluginJar read(Path path) {
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = jar.getManifest();
            return new PluginJar(
                    path, manifest == null ? new Attributes() : manifest.getMainAttributes(), readServices(jar));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    static RectifyException unreadable(Path jar, IOException cause) {
        return new RectifyException(
                Category.PLUGIN,
                jar + ": not a readable jar (" + cause + "); copy it again from where it came, or remove it",
                cause);
    }

    private static List<String> readServices(JarFile jar) throws IOException {
        ZipEntry entry = jar.getEntry(SERVICE_FILE);
        if (entry == null) {
            return List.of();
        }
        try (InputStream content = jar.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    Optional<String> symbolicName() {
        return header("Bundle-SymbolicName")
                .map(name -> name.replaceFirst(";.*", "").strip());
    }

    Optional<String> bundleVersion() {
        return header("Bundle-Version");
    }

    Optional<String> importedPackages() {
        return header("Import-Package");
    }

    Optional<String> providedCapabilities() {
        return header("Provide-Capability");
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(manifest.getValue(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Refuses a Class-Path header by which code from outside would join the plugin, unseen by its checksum. */
    void requireClassPathWithin(List<Path> jars) {
        for (String entry :
                header("Class-Path").map(header -> header.split(" +")).orElse(new String[0])) {
            Path target = resolve(entry);
            if (target == null || Files.exists(target) && !jars.stream().anyMatch(jar -> isSame(jar, target))) {
                throw new RectifyException(
                        Category.PLUGIN,
                        path + ": its manifest's Class-Path leads beyond the plugin's jars, to " + entry
                                + "; put that jar beside it, in a directory of the plugin's own");
            }
        }
    }

    private @Nullable Path resolve(String entry) {
        try {
            return Path.of(path.toUri().resolve(URI.create(entry)));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return null;
        }
    }

    private static boolean isSame(Path jar, Path target) {
        try {
            return Files.isSameFile(jar, target);
        } catch (IOException e) {
            return false;
        }
    }
}
