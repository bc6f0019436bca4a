package org.rectify.engine.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads one plugin's classes: the shared ones from the host even where the plugin brings copies, the platform's from the
 * platform, and everything else from the plugin's own jars alone.
 */
final class PluginClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    /** Packages whose types cross the border between host and plugin, and therefore exist once. */
    static final List<String> SHARED = List.of("org.rectify.api.", "org.nd4j.", "org.bytedeco.", "org.slf4j.");

    private final ClassLoader host;

    PluginClassLoader(String plugin, List<Path> jars, ClassLoader host) {
        super(
                plugin,
                jars.stream().map(PluginClassLoader::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a file of the default file system: " + jar, e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return isShared(name) ? host.loadClass(name) : super.loadClass(name, resolve);
    }

    @Override
    public @Nullable URL getResource(String name) {
        if (isShared(name.replace('/', '.'))) {
            return host.getResource(name);
        }
        return isMetadata(name) ? findResource(name) : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (isShared(name.replace('/', '.'))) {
            return host.getResources(name);
        }
        return isMetadata(name) ? findResources(name) : super.getResources(name);
    }

    private static boolean isShared(String name) {
        return SHARED.stream().anyMatch(name::startsWith);
    }

    /** Service files and manifests say something of the jar they lie in, so that nobody else's may stand in for them. */
    private static boolean isMetadata(String name) {
        return name.startsWith("META-INF/");
    }
}
