package org.rectify.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.manifest.Parser;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.plugin.Plugin;

/**
 * The versions of the api's packages in this Rectify, as bnd wrote them from their {@code @Version} annotations into the
 * manifest beside the api's classes.
 */
record HostApi(Map<String, Version> packages) {

    private static final String PREFIX = "org.rectify.api.";

    HostApi {
        packages = Map.copyOf(packages);
    }

    static HostApi read() {
        String classFile = Plugin.class.getName().replace('.', '/') + ".class";
        URL location = Plugin.class.getClassLoader().getResource(classFile);
        String root = String.valueOf(location).replace(classFile, "");
        try {
            URLConnection connection =
                    URI.create(root + "META-INF/MANIFEST.MF").toURL().openConnection();
            connection.setUseCaches(false);
            try (InputStream manifest = connection.getInputStream()) {
                return of(root, new Manifest(manifest).getMainAttributes().getValue("Export-Package"));
            }
        } catch (IOException e) {
            throw unversioned(root, e);
        }
    }

    private static HostApi of(String root, @Nullable String exported) {
        Map<String, Version> packages = new TreeMap<>();
        for (Clause clause : Parser.parseHeader(exported)) {
            packages.put(clause.getName(), Version.parseVersion(clause.getAttribute("version")));
        }
        if (packages.isEmpty()) {
            throw unversioned(root, null);
        }
        return new HostApi(packages);
    }

    private static RectifyException unversioned(String where, @Nullable IOException cause) {
        return new RectifyException(
                Category.INTERNAL,
                "the api does not say which version it has (" + where
                        + "); build it with Maven, where bnd writes the manifest",
                cause);
    }

    /** Refuses a jar that was built for other versions of the api than these; a jar that names none is accepted. */
    void requireServes(PluginJar jar) {
        List<String> unserved = new ArrayList<>();
        try {
            for (Clause clause : Parser.parseHeader(jar.importedPackages().orElse(null))) {
                if (clause.getName().startsWith(PREFIX)) {
                    addUnserved(clause, unserved);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new RectifyException(
                    Category.PLUGIN,
                    jar.path() + ": its manifest's Import-Package cannot be read (" + e.getMessage()
                            + "); let bnd write it, or leave it out",
                    e);
        }
        if (!unserved.isEmpty()) {
            throw new RectifyException(
                    Category.PLUGIN,
                    jar.path() + ": built for another version of the api: needs " + String.join("; ", unserved)
                            + "; take a version of the plugin that was built for this Rectify, or the Rectify it was"
                            + " built for");
        }
    }

    private void addUnserved(Clause imported, List<String> unserved) {
        VersionRange range =
                new VersionRange(imported.getAttribute("version") == null ? "0.0.0" : imported.getAttribute("version"));
        Version version = packages.get(imported.getName());
        if (version == null) {
            if (!"optional".equals(imported.getDirective("resolution"))) {
                unserved.add(imported.getName() + " " + range + ", which this Rectify does not have");
            }
        } else if (!range.includes(version) || isOfAnotherBeginning(range, version)) {
            unserved.add(imported.getName() + " " + range + ", this Rectify has " + version);
        }
    }

    /** Before 1.0 every minor version breaks plugins of the one before, which bnd's usual ranges do not say. */
    private static boolean isOfAnotherBeginning(VersionRange range, Version version) {
        Version builtFor = range.getLeft();
        return version.getMajor() == 0
                && !builtFor.equals(Version.emptyVersion)
                && (builtFor.getMajor() != 0 || builtFor.getMinor() != version.getMinor());
    }
}
