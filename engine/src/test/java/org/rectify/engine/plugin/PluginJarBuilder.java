package org.rectify.engine.plugin;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles small sources against the test class path and packs them as a jar, as an author outside would. */
final class PluginJarBuilder {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final List<JavaFileObject> packed = new ArrayList<>();
    private final List<JavaFileObject> absent = new ArrayList<>();
    private final List<Path> libraries = new ArrayList<>();
    private final Map<String, byte[]> entries = new TreeMap<>();

    /** A jar whose one service registers an activation under a name. */
    static PluginJarBuilder registering(String activation) {
        return new PluginJarBuilder().source("""
                package plain;
                import java.util.Comparator;
import java.util.List;
                import org.rectify.api.activation.ActivationFactory;
                import org.rectify.api.activation.Activations;
                public class Plain implements org.rectify.api.plugin.Plugin {
                    @Override
                    public List<ActivationFactory<?>> activations() {
                        return List.of(Activations.elementwise("%s", z -> Math.min(0, z), (z, a) -> z < 0 ? 1 : 0));
                    }
                }
                """.formatted(activation)).service("plain.Plain");
    }

    PluginJarBuilder source(String text) {
        packed.add(file(text));
        return this;
    }

    /** A class that is there when the others are compiled, and not when they run. */
    PluginJarBuilder absent(String text) {
        absent.add(file(text));
        return this;
    }

    PluginJarBuilder library(Path jar) {
        libraries.add(jar);
        return this;
    }

    PluginJarBuilder service(String lines) {
        return entry(PluginJar.SERVICE_FILE, lines);
    }

    PluginJarBuilder manifest(String headers) {
        return entry(MANIFEST, "Manifest-Version: 1.0\n" + headers.strip() + "\n\n");
    }

    PluginJarBuilder entry(String name, String content) {
        return entry(name, content.getBytes(StandardCharsets.UTF_8));
    }

    PluginJarBuilder entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    Path write(Path jar) {
        try {
            Files.createDirectories(jar.getParent());
            Map<String, byte[]> all = new TreeMap<>(compile());
            all.putAll(entries);
            try (OutputStream file = Files.newOutputStream(jar);
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                if (all.containsKey(MANIFEST)) {
                    put(zip, MANIFEST, all.remove(MANIFEST));
                }
                for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                    put(zip, entry.getKey(), entry.getValue());
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private Map<String, byte[]> compile() throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        if (packed.isEmpty()) {
            return classes;
        }
        Path output = Files.createTempDirectory("classes");
        Path outputOfAbsent = Files.createTempDirectory("absent");
        try {
            if (!absent.isEmpty()) {
                compile(absent, outputOfAbsent, libraries);
            }
            compile(
                    packed,
                    output,
                    Stream.concat(libraries.stream(), Stream.of(outputOfAbsent)).toList());
            try (Stream<Path> files = Files.walk(output)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    classes.put(output.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
            return classes;
        } finally {
            delete(output);
            delete(outputOfAbsent);
        }
    }

    private static void compile(List<JavaFileObject> sources, Path output, List<Path> libraries) {
        List<String> classPath = new ArrayList<>(List.of(System.getProperty("java.class.path")));
        libraries.forEach(library -> classPath.add(library.toString()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-proc:none",
                "-nowarn",
                "--release",
                "17",
                "-implicit:none",
                "-d",
                output.toString(),
                "-cp",
                String.join(File.pathSeparator, classPath));
        if (!compiler.getTask(messages, null, null, options, null, sources).call()) {
            throw new AssertionError(messages);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static JavaFileObject file(String text) {
        var type = Pattern.compile("(?:class|interface|record|enum) (\\w+)").matcher(text);
        if (!type.find()) {
            throw new IllegalArgumentException("no type in " + text);
        }
        return new Source(URI.create("text:///" + type.group(1) + ".java"), text);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(URI uri, String text) {
            super(uri, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
