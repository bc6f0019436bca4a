package org.rectify.engine.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.engine.component.Kind;

/** ND4J is initialised by whoever needs an array first, in virtual machines of their own: here it may be long since. */
class LazyNd4jTest {

    @TempDir
    Path directory;

    @Test
    void pluginWhoseStaticInitialiserTouchesNd4jFirstFindsTheHostsBackend() throws Exception {
        new PluginJarBuilder().source("""
                        package first;
                        import java.util.List;
                        import org.nd4j.linalg.factory.Nd4j;
                        import org.rectify.api.activation.ActivationFactory;
                        import org.rectify.api.activation.Activations;
                        public class First implements org.rectify.api.plugin.Plugin {
                            private static final int SUM =
                                    Nd4j.createFromArray(1f, 2f, 3f).sumNumber().intValue();
                            @Override
                            public List<ActivationFactory<?>> activations() {
                                return List.of(Activations.elementwise("sum-" + SUM, z -> z, (z, a) -> 1));
                            }
                        }
                        """).service("first.First").write(directory.resolve("first.jar"));

        assertThat(loadedByAFreshMachine()).contains("activations: [sum-6]").contains(LOADED_ND4J);
    }

    @Test
    void loadingPluginsDoesNotTouchNd4j() throws Exception {
        PluginJarBuilder.registering("negative").write(directory.resolve("negative.jar"));

        assertThat(loadedByAFreshMachine()).contains("activations: [negative]").doesNotContain(LOADED_ND4J);
    }

    private static final String LOADED_ND4J = "org.nd4j.linalg.factory.Nd4j source:";

    private String loadedByAFreshMachine() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                Load.class.getName(),
                directory.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** Loads a directory of plugins and prints their activations. */
    static final class Load {

        private Load() {}

        public static void main(String[] directories) {
            try (LoadedPlugins plugins = PluginLoader.load(List.of(Path.of(directories[0])))) {
                System.out.println("activations: " + plugins.registry().acceptedNames(Kind.ACTIVATION));
            }
        }
    }
}
