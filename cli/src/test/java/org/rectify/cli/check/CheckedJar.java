package org.rectify.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.rectify.api.plugin.Plugin;

/** Packs a plugin from sources, as its author would. */
final class CheckedJar {

    private CheckedJar() {}

    /**
     * Compiles the sources of a folder into a jar, with the folder's manifest if it has one.
     *
     * @param folder holds {@code *.java}, the service file and perhaps {@code MANIFEST.MF}
     */
    static Path pack(Path folder, Path jar) throws IOException {
        Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
        compile(files(folder, ".java"), classes);
        Path manifest = folder.resolve("MANIFEST.MF");
        Manifest headers = new Manifest(new ByteArrayInputStream(
                ("Manifest-Version: 1.0\n" + (Files.exists(manifest) ? Files.readString(manifest) : "") + "\n")
                        .getBytes(StandardCharsets.UTF_8)));
        try (JarOutputStream content = new JarOutputStream(Files.newOutputStream(jar), headers)) {
            content.putNextEntry(new ZipEntry("META-INF/services/" + Plugin.class.getName()));
            content.write(Files.readAllBytes(folder.resolve(Plugin.class.getName())));
            for (Path file : files(classes, ".class")) {
                content.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                content.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static void compile(List<Path> sources, Path classes) {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "--release",
                "17",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status =
                ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));
        assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
    }
}
