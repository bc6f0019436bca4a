package org.rectify.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.component.NoOptions;
import org.rectify.api.plugin.Plugin;
import org.rectify.engine.component.Kind;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.component.Registered;

/** Plugins that are as they should be: found, isolated and identified. */
class PluginLoaderTest {

    @TempDir
    Path directory;

    @Test
    void loneJarWithoutManifestIsAnUnversionedPluginNamedAfterItself() throws Exception {
        Path jar = PluginJarBuilder.registering("negative").write(directory.resolve("negative-1.0.jar"));

        try (LoadedPlugins plugins = load()) {
            assertThat(plugins.registry().plugins())
                    .containsExactly(new PluginIdentity("negative-1.0", "unversioned", jar.toString(), sha256(jar)));
            assertThat(activation(plugins, "negative").plugin())
                    .isEqualTo(plugins.registry().plugins().get(0));
        }
    }

    @Test
    void bundleIsNamedByItsManifest() {
        PluginJarBuilder.registering("negative").manifest("""
                        Bundle-SymbolicName: com.example.negative;singleton:=true
                        Bundle-Version: 1.2.3
                        Import-Package: java.util,org.rectify.api.activation;version="[0.2,1)",
                         org.rectify.api.plugin;version="[0.2,1)",
                         org.rectify.api.later;resolution:=optional,org.slf4j
                        """).write(directory.resolve("negative/negative.jar"));

        try (LoadedPlugins plugins = load()) {
            PluginIdentity identity = plugins.registry().plugins().get(0);
            assertThat(identity.id()).isEqualTo("com.example.negative");
            assertThat(identity.version()).isEqualTo("1.2.3");
            assertThat(identity.location())
                    .isEqualTo(directory.resolve("negative").toString());
        }
    }

    @Test
    void checksumOfADirectoryCoversItsJarsInTheOrderOfTheirNames() throws Exception {
        Path library = new PluginJarBuilder().entry("table.txt", "1 2 3").write(directory.resolve("p/b-library.jar"));
        Path main = PluginJarBuilder.registering("negative").write(directory.resolve("p/a-main.jar"));

        try (LoadedPlugins plugins = load()) {
            assertThat(plugins.registry().plugins().get(0).sha256()).isEqualTo(sha256(main, library));
        }
    }

    @Test
    void everyServiceFileOfADirectoryCounts() {
        PluginJarBuilder.registering("negative").write(directory.resolve("p/main.jar"));
        new PluginJarBuilder()
                .source(pluginClass(
                        "bundled.Bundled", "Activations.elementwise(\"identity\", z -> z, (z, a) -> 1)", "plain.Plain"))
                .library(directory.resolve("p/main.jar"))
                .service("bundled.Bundled # with a remark\nplain.Plain\n")
                .write(directory.resolve("p/dependency.jar"));

        try (LoadedPlugins plugins = load()) {
            assertThat(plugins.registry().acceptedNames(Kind.ACTIVATION)).containsExactly("identity", "negative");
        }
    }

    @Test
    void pluginsComeInTheOrderOfTheirNamesWhateverTheFileSystemSays() {
        List<Integer> backwards =
                IntStream.range(0, 12).map(i -> 11 - i).boxed().toList();
        for (int i : backwards) {
            String name = "plugin-" + (char) ('a' + i);
            PluginJarBuilder.registering(name)
                    .write(directory.resolve(i % 2 == 0 ? name + "/" + name + ".jar" : name + ".jar"));
        }

        try (LoadedPlugins plugins = load()) {
            assertThat(plugins.registry().plugins())
                    .extracting(PluginIdentity::id)
                    .hasSize(12)
                    .isSorted();
        }
    }

    @Test
    void directoryNamedTwiceIsReadOnceAndWhatIsNoPluginIsLeftAlone() throws IOException {
        PluginJarBuilder.registering("negative").write(directory.resolve("negative.jar"));
        Files.writeString(directory.resolve("README"), "what these are");
        Files.createDirectory(directory.resolve("empty"));

        try (LoadedPlugins plugins = PluginLoader.load(List.of(directory, directory.resolve("empty/..")))) {
            assertThat(plugins.registry().plugins()).hasSize(1);
        }
    }

    @Test
    void directoryWithoutPluginsGivesAnEmptyRegistry() {
        try (LoadedPlugins plugins = load()) {
            assertThat(plugins.registry().plugins()).isEmpty();
        }
    }

    @Test
    void twoPluginsBringTheirOwnVersionsOfOneClass() {
        for (String version : List.of("one", "two")) {
            Path library = new PluginJarBuilder()
                    .source("""
                            package shared;
                            public class Library {
                                public static String version() {
                                    return "%s";
                                }
                            }
                            """.formatted(version))
                    .write(directory.resolve(version + "/library.jar"));
            new PluginJarBuilder()
                    .source(pluginClass(
                            "user.User",
                            "Activations.elementwise(\"library-\" + shared.Library.version(), z -> z, (z, a) -> 1)"))
                    .library(library)
                    .service("user.User")
                    .write(directory.resolve(version + "/user.jar"));
        }

        try (LoadedPlugins plugins = load()) {
            assertThat(plugins.registry().acceptedNames(Kind.ACTIVATION)).containsExactly("library-one", "library-two");
        }
    }

    @Test
    void pluginSeesThePlatformAndTheSharedPackagesAndNothingElseOfTheHost() {
        new PluginJarBuilder().source("""
                        package curious;
                        import java.util.List;
                        import java.util.stream.Collectors;
                        import java.util.stream.Stream;
                        import org.rectify.api.activation.ActivationFactory;
                        import org.rectify.api.activation.Activations;
                        public class Curious implements org.rectify.api.plugin.Plugin {
                            @Override
                            public List<ActivationFactory<?>> activations() {
                                String seen = Stream.of(
                                        "java.sql.Connection",
                                        "org.rectify.api.activation.Activation",
                                        "org.nd4j.linalg.api.ndarray.INDArray",
                                        "org.bytedeco.javacpp.Pointer",
                                        "org.slf4j.Logger",
                                        "org.rectify.engine.component.ComponentRegistry",
                                        "org.rectify.engine.plugin.PluginLoader",
                                        "com.google.inject.Injector",
                                        "com.typesafe.config.Config",
                                        "com.fasterxml.jackson.databind.ObjectMapper",
                                        "org.apache.commons.rng.UniformRandomProvider",
                                        "org.junit.jupiter.api.Test").filter(Curious::isSeen).collect(Collectors.joining(" "));
                                return List.of(Activations.elementwise("curious", z -> z, (z, a) -> 1).summary(seen));
                            }
                            static boolean isSeen(String name) {
                                try {
                                    return Class.forName(name, false, Curious.class.getClassLoader()) != null
                                            && Thread.currentThread().getContextClassLoader().loadClass(name) != null;
                                } catch (ClassNotFoundException e) {
                                    return false;
                                }
                            }
                        }
                        """).service("curious.Curious").write(directory.resolve("curious.jar"));

        try (LoadedPlugins plugins = load()) {
            assertThat(activation(plugins, "curious").factory().summary())
                    .isEqualTo("java.sql.Connection org.rectify.api.activation.Activation"
                            + " org.nd4j.linalg.api.ndarray.INDArray org.bytedeco.javacpp.Pointer org.slf4j.Logger");
        }
    }

    @Test
    void pluginThatBundlesTheApiStillGetsTheHosts() {
        PluginJarBuilder.registering("negative")
                .entry("org/rectify/api/plugin/Plugin.class", "a copy that would not even load")
                .entry("org/rectify/api/activation/Activations.class", "a copy that would not even load")
                .write(directory.resolve("negative.jar"));

        try (LoadedPlugins plugins = load()) {
            assertThat(plugins.registry().acceptedNames(Kind.ACTIVATION)).containsExactly("negative");
        }
    }

    @Test
    void resourcesComeFromWhereTheClassesComeFrom() throws IOException {
        ClassLoader host = Plugin.class.getClassLoader();
        Path jar = PluginJarBuilder.registering("negative")
                .entry("table.txt", "the plugin's")
                .entry("org/rectify/api/plugin/Plugin.class", "a copy")
                .write(directory.resolve("negative.jar"));
        String apiClass = "org/rectify/api/plugin/Plugin.class";
        String backend = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

        try (PluginClassLoader loader = new PluginClassLoader("negative", List.of(jar), host)) {
            assertThat(loader.getResource("table.txt")).asString().contains("negative.jar");
            assertThat(loader.getResource("java/lang/Object.class")).isNotNull();
            assertThat(loader.getResource(apiClass)).isEqualTo(host.getResource(apiClass));
            assertThat(resources(loader, apiClass)).isEqualTo(resources(host, apiClass));
            assertThat(host.getResource(backend)).as("the host has a backend").isNotNull();
            assertThat(loader.getResource(backend)).isNull();
            assertThat(resources(loader, backend)).isEmpty();
            assertThat(loader.getResource("reference.conf")).isNull();
            assertThat(resources(loader, PluginJar.SERVICE_FILE))
                    .singleElement()
                    .asString()
                    .contains("negative.jar");
        }
    }

    @Test
    void contextClassLoaderIsThePluginsDuringEveryCallIntoIt() {
        new PluginJarBuilder().source("""
                        package watchful;
                        import java.util.List;
                        import org.rectify.api.activation.*;
                        import org.rectify.api.component.*;
                        public class Watchful implements org.rectify.api.plugin.Plugin, ActivationFactory<NoOptions> {
                            static {
                                watch();
                            }
                            public Watchful() {
                                watch();
                            }
                            static void watch() {
                                if (Thread.currentThread().getContextClassLoader() != Watchful.class.getClassLoader()) {
                                    throw new IllegalStateException("called with another context class loader");
                                }
                            }
                            @Override
                            public List<ActivationFactory<?>> activations() {
                                watch();
                                return List.of(this);
                            }
                            @Override
                            public String name() {
                                return "watchful";
                            }
                            @Override
                            public Class<NoOptions> options() {
                                watch();
                                return NoOptions.class;
                            }
                            @Override
                            public Activation create(NoOptions options, ComponentContext context) {
                                throw new UnsupportedOperationException();
                            }
                        }
                        """).service("watchful.Watchful").write(directory.resolve("watchful.jar"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        try (LoadedPlugins plugins = load()) {
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
            Registered<ActivationFactory<?>> watchful = activation(plugins, "watchful");
            assertThatThrownBy(watchful.factory()::options).isInstanceOf(IllegalStateException.class);
            Class<?> options = plugins.calling(watchful.plugin(), watchful.factory()::options);
            assertThat(options).isEqualTo(NoOptions.class);
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
        }
    }

    @Test
    void eachServiceIsAskedOnce() {
        new PluginJarBuilder().source("""
                        package once;
                        import java.util.List;
                        import org.rectify.api.activation.ActivationFactory;
                        import org.rectify.api.activation.Activations;
                        public class Once implements org.rectify.api.plugin.Plugin {
                            private int calls;
                            @Override
                            public List<ActivationFactory<?>> activations() {
                                calls++;
                                return List.of(Activations.elementwise("call-" + calls, z -> z, (z, a) -> 1));
                            }
                        }
                        """).service("once.Once").write(directory.resolve("once.jar"));

        try (LoadedPlugins plugins = load()) {
            assertThat(plugins.registry().acceptedNames(Kind.ACTIVATION)).containsExactly("call-1");
        }
    }

    @Test
    void callingAPluginThatIsNotLoadedIsRefused() {
        try (LoadedPlugins plugins = load()) {
            PluginIdentity stranger = new PluginIdentity("stranger", "1", "elsewhere", "00");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> plugins.calling(stranger, () -> "result"))
                    .withMessageContaining("stranger");
        }
    }

    @Test
    void classesNoLongerLoadAfterClosing() {
        PluginJarBuilder.registering("negative")
                .source("""
                        package late;
                        import java.util.List;
                        import org.rectify.api.activation.*;
                        import org.rectify.api.component.*;
                        public class Late implements org.rectify.api.plugin.Plugin, ActivationFactory<NoOptions> {
                            @Override
                            public List<ActivationFactory<?>> activations() {
                                return List.of(this);
                            }
                            @Override
                            public String name() {
                                return "late";
                            }
                            @Override
                            public Class<NoOptions> options() {
                                return NoOptions.class;
                            }
                            @Override
                            public Activation create(NoOptions options, ComponentContext context) {
                                throw new UnsupportedOperationException();
                            }
                            @Override
                            public String toString() {
                                return Inner.TEXT.toString();
                            }
                            static class Inner {
                                static final StringBuilder TEXT = new StringBuilder("loaded late");
                            }
                        }
                        """)
                .service("late.Late")
                .write(directory.resolve("late.jar"));
        LoadedPlugins plugins = load();
        Registered<ActivationFactory<?>> late = activation(plugins, "late");

        plugins.close();

        assertThatThrownBy(() -> late.factory().toString())
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessageContaining("late/Late$Inner");
    }

    private LoadedPlugins load() {
        return PluginLoader.load(List.of(directory));
    }

    private static Registered<ActivationFactory<?>> activation(LoadedPlugins plugins, String name) {
        return plugins.registry().find(Kind.ACTIVATION, name).orElseThrow();
    }

    private static String pluginClass(String qualifiedName, String activation, String... superclass) {
        int dot = qualifiedName.indexOf('.');
        return """
                package %s;
                import java.util.List;
                import org.rectify.api.activation.ActivationFactory;
                import org.rectify.api.activation.Activations;
                public class %s %s implements org.rectify.api.plugin.Plugin {
                    @Override
                    public List<ActivationFactory<?>> activations() {
                        return List.of(%s);
                    }
                }
                """.formatted(
                        qualifiedName.substring(0, dot),
                        qualifiedName.substring(dot + 1),
                        superclass.length == 0 ? "" : "extends " + superclass[0],
                        activation);
    }

    private static List<URL> resources(ClassLoader loader, String name) throws IOException {
        return Collections.list(loader.getResources(name));
    }

    private static String sha256(Path... files) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path file : files) {
            all.write(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()));
    }
}
