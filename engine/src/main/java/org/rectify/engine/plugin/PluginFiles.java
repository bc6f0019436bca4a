package org.rectify.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.guard.PluginText;

/**
 * Where a plugin lies.
 *
 * @param location its directory, or its one jar
 * @param jars in the order of their names; at least one
 */
record PluginFiles(Path location, List<Path> jars) {

    /** The plugins of directories; a directory named twice is read once. */
    static List<PluginFiles> find(List<Path> directories, Problems problems) {
        List<PluginFiles> plugins = new ArrayList<>();
        Set<Path> seen = new LinkedHashSet<>();
        for (Path directory : directories) {
            if (!Files.isDirectory(directory)) {
                problems.user(directory + ": no such directory of plugins; create it, or name another with --plugins");
                continue;
            }
            try {
                if (seen.add(directory.toRealPath())) {
                    for (Path entry : sorted(directory)) {
                        problems.collect(() -> addPlugin(entry, plugins));
                    }
                }
            } catch (IOException e) {
                problems.user(directory + ": cannot be read (" + e + "); let its files be read, or name another", e);
            }
        }
        return plugins;
    }

    /**
     * The plugin that a jar is, or a folder of jars.
     *
     * @throws RectifyException of category {@code USER} when it is neither
     */
    static PluginFiles at(Path location) {
        List<PluginFiles> found = new ArrayList<>();
        if (Files.exists(location)) {
            addPlugin(location, found);
        }
        if (found.isEmpty()) {
            throw new RectifyException(
                    Category.USER,
                    location + ": no plugin; name a jar, or the folder in which the jars of one plugin lie");
        }
        return found.get(0);
    }

    private static void addPlugin(Path entry, List<PluginFiles> plugins) {
        if (!Files.isDirectory(entry)) {
            if (isJar(entry)) {
                plugins.add(new PluginFiles(entry, List.of(entry)));
            }
            return;
        }
        try {
            List<Path> jars = sorted(entry).stream().filter(PluginFiles::isJar).toList();
            if (!jars.isEmpty()) {
                plugins.add(new PluginFiles(entry, jars));
            }
        } catch (IOException e) {
            throw new RectifyException(
                    Category.PLUGIN, entry + ": cannot be read (" + e + "); let its files be read, or remove it", e);
        }
    }

    private static boolean isJar(Path file) {
        return name(file).toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static List<Path> sorted(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted(Comparator.comparing(PluginFiles::name)).toList();
        }
    }

    /** The identity by the manifest of the first jar that has a service file, or by the name of the location. */
    PluginIdentity identify(List<PluginJar> read) {
        PluginJar main = read.stream()
                .filter(jar -> !jar.services().isEmpty())
                .findFirst()
                .orElse(read.get(0));
        String fileName = name(location);
        return new PluginIdentity(
                main.symbolicName()
                        .map(PluginText::line)
                        .orElse(isJar(location) ? fileName.substring(0, fileName.length() - 4) : fileName),
                main.bundleVersion().map(PluginText::line).orElse("unversioned"),
                location.toString(),
                sha256());
    }

    /** Every class the service files name, once, with the first jar that names it. */
    List<PluginService> services(List<PluginJar> read) {
        Map<String, PluginService> byClass = new LinkedHashMap<>();
        for (PluginJar jar : read) {
            for (String className : jar.services()) {
                byClass.putIfAbsent(className, new PluginService(jar.path(), className));
            }
        }
        if (byClass.isEmpty()) {
            throw new RectifyException(
                    Category.PLUGIN,
                    location + ": no class named by " + PluginJar.SERVICE_FILE + " in "
                            + String.join(
                                    ", ", jars.stream().map(PluginFiles::name).toList())
                            + "; write the name of the class that implements Plugin into that file,"
                            + " or move what is no plugin out of the directory");
        }
        return List.copyOf(byClass.values());
    }

    private String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path jar : jars) {
                update(digest, jar);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, Path jar) {
        try (InputStream content = Files.newInputStream(jar)) {
            byte[] buffer = new byte[1 << 16];
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        } catch (IOException e) {
            throw PluginJar.unreadable(jar, e);
        }
    }
}
