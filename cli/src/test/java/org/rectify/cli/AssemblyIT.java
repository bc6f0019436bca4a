package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What {@code mvn package} put together. */
class AssemblyIT {

    /** The packages that plugins have from the host; of anything else they bring their own. */
    private static final List<String> SHARED = List.of("org/rectify/api/", "org/nd4j/", "org/bytedeco/", "org/slf4j/");

    private static final Path PLUGINS = Processes.assembly().resolve("plugins");

    @Test
    void holdsADirectoryForEachPluginOfTheSources() throws IOException {
        List<String> sources = Stream.of("plugins", "datasets")
                .flatMap(parent -> files(Processes.root().resolve(parent)))
                .filter(module -> Files.exists(
                        module.resolve("src/main/resources/META-INF/services/org.rectify.api.plugin.Plugin")))
                .map(module -> String.valueOf(module.getFileName()))
                .sorted()
                .toList();

        assertThat(sources).contains("activations", "mnist");
        assertThat(files(PLUGINS).map(plugin -> String.valueOf(plugin.getFileName())))
                .containsExactlyElementsOf(sources);
    }

    @Test
    void bringsReadersOfFileFormatsToThePluginsThatNeedThem() {
        for (String plugin : List.of("idx", "mnist")) {
            assertThat(files(PLUGINS.resolve(plugin)).map(jar -> String.valueOf(jar.getFileName())))
                    .hasSize(2)
                    .anyMatch(name -> name.startsWith("rectify-dataset-formats-"));
        }
    }

    @Test
    void doesNotRepeatInPluginsWhatTheHostGives() {
        assertThat(plugins().flatMap(AssemblyIT::files)).allSatisfy(jar -> {
            try (JarFile file = new JarFile(jar.toFile())) {
                assertThat(file.stream().map(JarEntry::getName))
                        .noneMatch(name -> SHARED.stream().anyMatch(name::startsWith));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void noClassIsTwiceOnThePathOfAPlugin(Path plugin) {
        assertThat(files(plugin).flatMap(jar -> classes(jar).stream()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    private static List<String> classes(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && name.contains("/") && !name.startsWith("META-INF/"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void holdsTheNativesOfOnePlatformOnly() {
        assertThat(files(Processes.assembly().resolve("lib")).map(jar -> String.valueOf(jar.getFileName())))
                .filteredOn(name -> name.matches("nd4j-native-1.*-(linux|macosx|windows)-.*"))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("pluginJars")
    void everyJarOfOursInAPluginIsAnOsgiBundle(Path jar) throws IOException {
        Attributes manifest = manifest(jar);

        assertThat(manifest.getValue("Bundle-ManifestVersion")).isEqualTo("2");
        assertThat(manifest.getValue("Bundle-SymbolicName")).startsWith("rectify-");
        assertThat(manifest.getValue("Bundle-Version")).matches("\\d+\\.\\d+\\.\\d+.*");
        List<String> imports = Stream.of(manifest.getValue("Import-Package").split(",(?=[a-z])"))
                .filter(clause -> clause.startsWith("org.rectify.api."))
                .toList();
        assertThat(imports)
                .isNotEmpty()
                .allMatch(clause -> clause.matches("[a-z.]+;version=\"\\[[\\d.]+,[\\d.]+\\)\""));
    }

    @ParameterizedTest
    @MethodSource("plugins")
    void everyPluginOffersItsServiceToAnOsgiContainer(Path plugin) throws IOException {
        List<String> capabilities = files(plugin)
                .map(AssemblyIT::manifest)
                .map(manifest -> String.valueOf(manifest.getValue("Provide-Capability")))
                .toList();

        assertThat(capabilities)
                .filteredOn(capability ->
                        capability.contains("osgi.serviceloader;osgi.serviceloader=\"org.rectify.api.plugin.Plugin\""))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"rectify-api, plugin/Plugin", "rectify-testkit, PluginContract"})
    void offersAuthorsWhatTheyCompileAgainstWithSourcesAndJavadoc(String artifact, String type) throws IOException {
        String name = "org/rectify/" + artifact.substring("rectify-".length()) + "/" + type;

        assertThat(List.of(name + ".class", name + ".java", name + ".html"))
                .allSatisfy(entry -> assertThat(offered(artifact)
                                .filter(file -> file.toString().endsWith(".jar"))
                                .filter(jar -> holds(jar, entry)))
                        .as(entry)
                        .hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rectify-bom", "rectify", "rectify-api", "rectify-testkit"})
    void offersMavenEveryPomThatLeadsToThese(String artifact) {
        assertThat(offered(artifact).map(AssemblyIT::name))
                .filteredOn(name -> name.matches(artifact + "-\\d.*\\.pom"))
                .hasSize(1);
    }

    @Test
    void theBomHasEveryModuleOthersMayDependOn() throws Exception {
        List<String> artifacts = new ArrayList<>();
        for (String module : values(Processes.root().resolve("pom.xml"), "//modules/module")) {
            artifacts.addAll(values(Processes.root().resolve(module).resolve("pom.xml"), "/project/artifactId"));
        }
        artifacts.removeAll(List.of("rectify-bom", "rectify-cli", "rectify-benchmarks", "rectify-house"));

        assertThat(values(Processes.root().resolve("bom/pom.xml"), "//dependency[groupId='org.rectify']/artifactId"))
                .contains("rectify-api", "rectify-engine")
                .containsExactlyInAnyOrderElementsOf(artifacts);
    }

    private static List<String> values(Path pom, String path) throws Exception {
        Document parsed =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        NodeList nodes =
                (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, parsed, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(at -> nodes.item(at).getTextContent())
                .toList();
    }

    private static Stream<Path> offered(String artifact) {
        return files(Processes.assembly().resolve("repository/org/rectify").resolve(artifact))
                .flatMap(AssemblyIT::files);
    }

    private static boolean holds(Path jar, String entry) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry(entry) != null;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<Path> plugins() {
        return files(PLUGINS);
    }

    /** Our own jars; libraries of a plugin are as their makers made them. */
    static Stream<Path> pluginJars() {
        return plugins()
                .flatMap(AssemblyIT::files)
                .filter(jar -> String.valueOf(jar.getFileName()).startsWith("rectify-"));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Attributes manifest(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
