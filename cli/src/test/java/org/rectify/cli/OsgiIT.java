package org.rectify.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.rectify.engine.component.Kind;
import org.rectify.engine.plugin.LoadedPlugins;
import org.rectify.engine.plugin.PluginLoader;

/**
 * Every plugin of the assembly, and the one that the documentation shows, as bundles of one OSGi container, which has nothing
 * of Rectify but the api.
 */
class OsgiIT {

    private static final Path PLUGINS = Processes.assembly().resolve("plugins");

    /** The jars of the assembly by which the api is complete; what else it needs the container has from its host. */
    private static final String API = "(rectify-api|commons-rng|jspecify)-.*";

    @TempDir
    private static Path folder;

    /** A directory of plugins that holds the documentation's. */
    private static Path documented;

    private static OsgiContainer container;

    @BeforeAll
    static void startEverything() throws Exception {
        List<Path> libraries = files(Processes.assembly().resolve("lib"));
        List<Path> api = libraries.stream()
                .filter(jar -> String.valueOf(jar.getFileName()).matches(API))
                .toList();
        documented = Files.createDirectory(folder.resolve("plugins"));
        new DocumentedPlugin().build(folder, api, documented.resolve("documented.jar"));
        container = new OsgiContainer(folder.resolve("container"), libraries);
        List<Path> jars = Stream.of(api, pluginJars(), files(documented))
                .flatMap(List::stream)
                .toList();
        for (Path jar : jars) {
            container.install(jar);
        }
        for (Path jar : jars) {
            container.bundle(jar).start();
        }
    }

    @AfterAll
    static void stop() throws BundleException, InterruptedException {
        container.stop();
    }

    @Test
    void everyJarOfEveryPluginIsABundleThatStarts() {
        assertThat(pluginJars())
                .allSatisfy(jar -> assertThat(container.bundle(jar).getState()).isEqualTo(Bundle.ACTIVE));
    }

    @Test
    void servicesContributeTheComponentsThatRectifyLoads() throws Exception {
        Map<String, List<String>> loaded = loadedByRectify(PLUGINS);
        assertThat(loaded).hasSameSizeAs(files(PLUGINS));
        loaded.putAll(loadedByRectify(documented));

        assertThat(container.components()).isEqualTo(loaded);
    }

    /** The names of components, sorted, by plugin. */
    private static Map<String, List<String>> loadedByRectify(Path plugins) {
        try (LoadedPlugins loaded = PluginLoader.load(List.of(plugins))) {
            return Kind.ALL.stream()
                    .flatMap(kind -> loaded.registry().all(kind).stream())
                    .sorted(Comparator.comparing(
                            component -> component.factory().name()))
                    .collect(groupingBy(
                            component -> component.plugin().id(),
                            TreeMap::new,
                            mapping(component -> component.factory().name(), toList())));
        }
    }

    @Test
    void thePomOfTheDocumentationMakesABundle() throws Exception {
        DocumentedPlugin plugin = new DocumentedPlugin();
        Bundle bundle = container.bundle(documented.resolve("documented.jar"));

        assertThat(container.components().get(plugin.pom("/project/artifactId")))
                .isNotEmpty();
        assertThat(bundle.getHeaders().get("Import-Package"))
                .containsPattern("org\\.rectify\\.api\\.plugin;version=\"\\[[\\d.]+,[\\d.]+\\)\"");
        assertThat(plugin.pom("//plugin[artifactId='maven-jar-plugin']//manifestFile"))
                .isEqualTo("${project.build.outputDirectory}/META-INF/MANIFEST.MF");
        assertThat(Files.readString(Processes.root().resolve("pom.xml")))
                .contains("<bnd.version>" + plugin.pom("//plugin[artifactId='bnd-maven-plugin']/version")
                        + "</bnd.version>");
    }

    @Test
    void arraysAreThoseOfTheHost() throws ClassNotFoundException {
        assertThat(bundle("rectify-plugin-activations").loadClass(INDArray.class.getName()))
                .isSameAs(INDArray.class);
    }

    @Test
    void reviewsAreTakenApartByTheLuceneInTheirBundle() throws ReflectiveOperationException {
        Bundle reviews = bundle("rectify-dataset-reviews");
        Class<?> termsType = reviews.loadClass("org.rectify.dataset.reviews.corpus.Terms");
        Class<?> analysisType = reviews.loadClass("org.rectify.dataset.reviews.corpus.TextAnalysis");
        Object terms = termsType.getConstructor().newInstance();
        Object analysis = analysisType.getConstructor(termsType).newInstance(terms);

        analysisType.getMethod("document", String.class).invoke(analysis, "A fine, fine film<br />to see.");

        assertThat(termsType.getMethod("size").invoke(terms)).isEqualTo(5);
    }

    @Test
    void fontsAreReadByFontBoxInItsOwnBundle() throws ReflectiveOperationException {
        Map<String, String> checksums = new TreeMap<>();

        bundle("rectify-dataset-nistp")
                .loadClass("org.rectify.dataset.nistp.source.CharacterSources")
                .getMethod("fonts", Optional.class, boolean.class, Map.class)
                .invoke(null, Optional.empty(), false, checksums);

        assertThat(checksums).hasSize(10);
    }

    private static Bundle bundle(String artifact) {
        return container.bundle(pluginJars().stream()
                .filter(jar -> String.valueOf(jar.getFileName()).startsWith(artifact + "-"))
                .findFirst()
                .orElseThrow());
    }

    private static List<Path> pluginJars() {
        return files(PLUGINS).stream().flatMap(plugin -> files(plugin).stream()).toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
