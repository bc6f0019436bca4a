package org.rectify.engine.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rectify.api.activation.Activation;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.plugin.Plugin;

class ComponentRegistryTest {

    private static final PluginIdentity OURS = new PluginIdentity("ours", "1", "plugins/ours", "aa");
    private static final PluginIdentity THEIRS = new PluginIdentity("theirs", "1", "plugins/theirs", "bb");

    @Test
    void nameAndAliasesFindOneComponentThatIsListedOnce() {
        ComponentRegistry registry = ComponentRegistry.of(Map.of(
                OURS, List.of(plugin(new Named("rectifier", Set.of("relu", "rectifier"))))));

        assertThat(registry.find(Kind.ACTIVATION, "relu")).isEqualTo(registry.find(Kind.ACTIVATION, "rectifier"));
        assertThat(registry.all(Kind.ACTIVATION)).hasSize(1);
        assertThat(registry.acceptedNames(Kind.ACTIVATION)).containsExactly("rectifier", "relu");
        assertThat(registry.acceptedNames(Kind.PENALTY)).isEmpty();
    }

    @Test
    void everyNameClaimedByTwoPluginsIsTold() {
        Map<PluginIdentity, List<Plugin>> plugins = new LinkedHashMap<>();
        plugins.put(OURS, List.of(plugin(new Named("rectifier", Set.of("relu")), new Named("tanh", Set.of()))));
        plugins.put(THEIRS, List.of(plugin(new Named("relu", Set.of()), new Named("tanh", Set.of()))));

        RectifyException refusal = assertThatExceptionOfType(RectifyException.class)
                .isThrownBy(() -> ComponentRegistry.of(plugins))
                .actual();

        assertThat(refusal.category()).isEqualTo(Category.PLUGIN);
        assertThat(refusal.getMessage().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("'relu': plugins/ours and plugins/theirs"),
                        line -> assertThat(line).contains("'tanh': plugins/ours and plugins/theirs"));
    }

    @Test
    void firstClaimantKeepsTheName() {
        List<String> conflicts = new ArrayList<>();
        ComponentRegistry registry = ComponentRegistry.of(
                List.of(
                        new Contributions(
                                OURS, Map.of(Kind.ACTIVATION, List.of(Declared.of(new Named("tanh", Set.of()))))),
                        new Contributions(
                                THEIRS, Map.of(Kind.ACTIVATION, List.of(Declared.of(new Named("tanh", Set.of())))))),
                conflicts::add);

        assertThat(conflicts).hasSize(1);
        assertThat(registry.find(Kind.ACTIVATION, "tanh").orElseThrow().plugin())
                .isEqualTo(OURS);
        assertThat(registry.plugins()).containsExactly(OURS, THEIRS);
    }

    @Test
    void aFactoryIsAskedForItsNameOnceOnly() {
        Fickle fickle = new Fickle();
        ComponentRegistry registry = ComponentRegistry.of(Map.of(OURS, List.of(plugin(fickle))));

        assertThat(registry.acceptedNames(Kind.ACTIVATION)).containsExactly("fickle-1");
        assertThat(registry.all(Kind.ACTIVATION))
                .singleElement()
                .satisfies(one -> assertThat(one.declared().name()).isEqualTo("fickle-1"));
        assertThat(fickle.name()).isEqualTo("fickle-2");
    }

    /** Has another name whenever it is asked. */
    private static final class Fickle implements ActivationFactory<NoOptions> {

        private int asked;

        @Override
        public String name() {
            asked++;
            return "fickle-" + asked;
        }

        @Override
        public Class<NoOptions> options() {
            return NoOptions.class;
        }

        @Override
        public Activation create(NoOptions options, ComponentContext context) {
            throw new UnsupportedOperationException("no test makes one");
        }
    }

    private static Plugin plugin(ActivationFactory<?>... factories) {
        return new Plugin() {
            @Override
            public List<ActivationFactory<?>> activations() {
                return List.of(factories);
            }
        };
    }

    private record Named(String name, Set<String> aliases) implements ActivationFactory<NoOptions> {

        @Override
        public Class<NoOptions> options() {
            return NoOptions.class;
        }

        @Override
        public Activation create(NoOptions options, ComponentContext context) {
            throw new UnsupportedOperationException("no test makes one");
        }
    }
}
