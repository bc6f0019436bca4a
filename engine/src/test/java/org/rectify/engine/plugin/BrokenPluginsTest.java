package org.rectify.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;

/** Every way to break a plugin is refused by name; those that sources can tell lie in {@code src/test/broken-plugins}. */
class BrokenPluginsTest {

    private static final Path CORPUS = Path.of(System.getProperty("basedir", "."), "src", "test", "broken-plugins");

    @TempDir
    Path directory;

    static Stream<String> corpus() throws IOException {
        try (Stream<Path> plugins = Files.list(CORPUS)) {
            return plugins.map(plugin -> plugin.getFileName().toString()).sorted().toList().stream();
        }
    }

    @Test
    void corpusIsThere() throws IOException {
        assertThat(corpus()).hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void isRefusedWithJarClassAndCause(String plugin) throws IOException {
        Path jar = packed(CORPUS.resolve(plugin), directory.resolve(plugin + ".jar"));

        RectifyException refusal = refusal();

        assertThat(refusal.category()).isEqualTo(Category.PLUGIN);
        assertThat(refusal).message().startsWith("1 problem with plugins:\n  1. " + jar + ": ");
        assertThat(refusal)
                .message()
                .contains(Files.readAllLines(CORPUS.resolve(plugin).resolve("expected.txt")));
    }

    @Test
    void allProblemsOfAllPluginsAreNumberedInOneMessage() throws IOException {
        packed(CORPUS.resolve("constructor-throws"), directory.resolve("a.jar"));
        packed(CORPUS.resolve("name-null"), directory.resolve("b/b.jar"));
        PluginJarBuilder.registering("negative").write(directory.resolve("c.jar"));
        PluginJarBuilder.registering("negative").write(directory.resolve("d.jar"));
        Path missing = directory.resolve("missing");

        RectifyException refusal = refusal(missing, directory);

        assertThat(refusal.category()).isEqualTo(Category.PLUGIN);
        assertThat(refusal.getMessage().lines())
                .hasSize(5)
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("4 problems with plugins:"),
                        line -> assertThat(line).startsWith("  1. " + missing + ": no such directory"),
                        line -> assertThat(line).startsWith("  2. " + directory.resolve("a.jar") + ": class broken."),
                        line -> assertThat(line).startsWith("  3. " + directory.resolve("b/b.jar") + ": class broken."),
                        line -> assertThat(line).startsWith("  4. two plugins claim the activation 'negative'"));
    }

    @Test
    void causeIsKeptForTheLog() throws IOException {
        packed(CORPUS.resolve("constructor-throws"), directory.resolve("a.jar"));

        assertThat(refusal())
                .cause()
                .hasToString("java.lang.IllegalStateException: no licence")
                .extracting(cause -> cause.getStackTrace()[0])
                .extracting(StackTraceElement::getMethodName)
                .isEqualTo("<init>");
    }

    @Test
    void nameClaimedByTwoPluginsNamesBoth() {
        Path first = PluginJarBuilder.registering("negative").write(directory.resolve("first.jar"));
        Path second = PluginJarBuilder.registering("negative").write(directory.resolve("second.jar"));

        assertThat(refusal())
                .message()
                .contains("two plugins claim the activation 'negative': " + first + " and " + second);
    }

    @Test
    void twoPluginsOfOneIdNameBoth() {
        String manifest = "Bundle-SymbolicName: com.example.negative;singleton:=true";
        Path old = PluginJarBuilder.registering("one").manifest(manifest).write(directory.resolve("negative-1.jar"));
        Path young = PluginJarBuilder.registering("two").manifest(manifest).write(directory.resolve("negative-2.jar"));

        assertThat(refusal())
                .message()
                .contains("two plugins have the id 'com.example.negative': " + old + " and " + young);
    }

    @Test
    void fileThatIsNoZipIsNoJar() throws IOException {
        Path jar = Files.writeString(directory.resolve("page.jar"), "<html>404 not found</html>");

        assertThat(refusal()).message().contains(jar + ": not a readable jar", "copy it again");
    }

    @Test
    void jarWhoseServiceFileIsDamagedIsRefused() throws IOException {
        Path jar = PluginJarBuilder.registering("negative").write(directory.resolve("damaged.jar"));
        byte[] content = Files.readAllBytes(jar);
        int name = new String(content, StandardCharsets.ISO_8859_1).indexOf(PluginJar.SERVICE_FILE);
        int extra = Byte.toUnsignedInt(content[name - 2]);
        int damaged = name + PluginJar.SERVICE_FILE.length() + extra;
        Arrays.fill(content, damaged, damaged + 8, (byte) 0xff);
        Files.write(jar, content);

        assertThat(refusal()).message().contains(jar + ": not a readable jar", "copy it again");
    }

    @Test
    void jarThatIsCutShortIsRefused() throws IOException {
        Path jar = PluginJarBuilder.registering("negative").write(directory.resolve("cut.jar"));
        byte[] whole = Files.readAllBytes(jar);
        Files.write(jar, Arrays.copyOf(whole, whole.length - 30));

        assertThat(refusal()).message().contains(jar + ": not a readable jar");
    }

    @Test
    void linkToNowhereIsRefused() throws IOException {
        Path jar = Files.createSymbolicLink(directory.resolve("link.jar"), directory.resolve("nowhere"));

        assertThat(refusal()).message().contains(jar + ": not a readable jar");
    }

    @Test
    void classOfNewerJavaSaysWhatMendsIt() throws IOException {
        Path plain = PluginJarBuilder.registering("negative").write(directory.resolve("plain/plain.jar"));
        byte[] compiled;
        try (JarFile jar = new JarFile(plain.toFile())) {
            compiled = jar.getInputStream(jar.getEntry("plain/Plain.class")).readAllBytes();
        }
        compiled[6] = 0x7F;
        new PluginJarBuilder()
                .entry("plain/Plain.class", compiled)
                .service("plain.Plain")
                .write(plain);

        assertThat(refusal())
                .message()
                .contains(plain + ": class plain.Plain: ", "UnsupportedClassVersionError", "newer Java");
    }

    @Test
    void classThatIsNoClassFileIsRefused() {
        Path jar = new PluginJarBuilder()
                .entry("plain/Plain.class", "no class")
                .service("plain.Plain")
                .write(directory.resolve("plain.jar"));

        assertThat(refusal()).message().contains(jar + ": class plain.Plain: ", "java.lang.ClassFormatError");
    }

    @Test
    void manifestThatDrawsInJarsFromElsewhereIsRefused() {
        PluginJarBuilder.registering("other").write(directory.resolve("other/other.jar"));
        Path jar = PluginJarBuilder.registering("negative")
                .manifest("Class-Path: missing.jar ../other/other.jar")
                .write(directory.resolve("plain/plain.jar"));

        assertThat(refusal())
                .message()
                .contains(jar + ": its manifest's Class-Path leads beyond the plugin's jars, to ../other/other.jar");
    }

    @Test
    void pluginsDirectoryThatDoesNotExistIsTheUsers() {
        RectifyException refusal = refusal(directory.resolve("missing"));

        assertThat(refusal.category()).isEqualTo(Category.USER);
        assertThat(refusal).message().contains(directory.resolve("missing") + ": no such directory", "--plugins");
    }

    @Test
    void pluginsDirectoryThatIsAFileIsTheUsers() throws IOException {
        Path file = Files.write(directory.resolve("file"), "x".getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(file).category()).isEqualTo(Category.USER);
    }

    @Test
    void directoryThatMayNotBeReadIsRefused() throws IOException {
        Path closed = Files.createDirectory(directory.resolve("closed"));
        Files.setPosixFilePermissions(closed, Set.of());
        try {
            assumeThat(Files.isReadable(closed)).as("root reads everything").isFalse();

            assertThat(refusal()).message().contains(closed + ": cannot be read", "let its files be read");
            assertThat(refusal(closed).category()).isEqualTo(Category.USER);
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void contextClassLoaderIsBackAfterARefusal() throws IOException {
        packed(CORPUS.resolve("kind-method-throws"), directory.resolve("a.jar"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        refusal();

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    private RectifyException refusal(Path... directories) {
        List<Path> searched = directories.length == 0 ? List.of(directory) : List.of(directories);
        return assertThatExceptionOfType(RectifyException.class)
                .isThrownBy(() -> PluginLoader.load(searched).close())
                .actual();
    }

    private static Path packed(Path source, Path jar) throws IOException {
        PluginJarBuilder builder = new PluginJarBuilder();
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                switch (source.relativize(file).getName(0).toString()) {
                    case "org.rectify.api.plugin.Plugin" -> builder.service(text);
                    case "MANIFEST.MF" -> builder.manifest(text);
                    case "absent" -> builder.absent(text);
                    case "expected.txt" -> {}
                    default -> builder.source(text);
                }
            }
        }
        return builder.write(jar);
    }
}
