package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.activation.Activations;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.NoOptions;
import org.rectify.api.error.RectifyException;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.PenaltyFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.PluginIdentity;

class CatalogueTest {

    private static final PluginIdentity IDENTITY = new PluginIdentity("a-plugin", "1.2.0", "/plugins/a", "00");

    private final Catalogue catalogue = new Catalogue(ComponentRegistry.of(Map.of(IDENTITY, List.of(new Costs()))));

    @Test
    void listsComponentsWithAliasesSummariesAndPlugins() {
        assertThat(catalogue.list(Optional.of("penalty")))
                .containsExactly(
                        "penalty", "  bare        [a-plugin 1.2.0]", "  tax (levy)  Costs something. [a-plugin 1.2.0]");
    }

    @Test
    void listsEveryKindEvenWithoutComponents() {
        assertThat(catalogue.list(Optional.empty())).contains("activation", "  (none)", "penalty", "executor");
    }

    @Test
    void describesOptionsWithTypeRangeDefaultAndSource() {
        assertThat(catalogue.describe("penalty", "levy"))
                .containsExactly(
                        "penalty tax (levy)",
                        "Costs something.",
                        "",
                        "paper    section 3.2, item 17",
                        "plugin   a-plugin 1.2.0, /plugins/a",
                        "",
                        "options",
                        "  per-unit-rate   number in [0, 1]; must be given",
                        "      What a unit pays.",
                        "      paper: item 17",
                        "  scope   text; default all",
                        "      Who pays.");
    }

    @Test
    void aSummaryTakesOneLine() {
        Catalogue unruly = new Catalogue(ComponentRegistry.of(Map.of(IDENTITY, List.of(new Plugin() {
            @Override
            public List<ActivationFactory<?>> activations() {
                return List.of(
                        Activations.elementwise("unruly", z -> z, (z, a) -> 1).summary("One.\nTwo \u001b[31m."));
            }
        }))));

        assertThat(unruly.list(Optional.of("activation")))
                .containsExactly("activation", "  unruly  One. Two [31m. [a-plugin 1.2.0]");
        assertThat(unruly.describe("activation", "unruly")).contains("One. Two [31m.");
    }

    @Test
    void listsComponentsAsJson() throws Exception {
        assertThat(catalogue.listJson(Optional.of("penalty"))).isEqualTo(new ObjectMapper().readTree("""
                [
                  {
                    "kind": "penalty", "name": "bare", "aliases": [], "summary": null, "source": null,
                    "plugin": { "id": "a-plugin", "version": "1.2.0", "location": "/plugins/a", "sha256": "00" }
                  },
                  {
                    "kind": "penalty", "name": "tax", "aliases": ["levy"], "summary": "Costs something.",
                    "source": "section 3.2, item 17",
                    "plugin": { "id": "a-plugin", "version": "1.2.0", "location": "/plugins/a", "sha256": "00" }
                  }
                ]
                """));
        assertThat(catalogue.listJson(Optional.empty())).hasSize(2);
        assertThat(catalogue.listJson(Optional.of("metric"))).isEmpty();
    }

    @Test
    void describesAComponentAsJson() throws Exception {
        assertThat(catalogue.describeJson("penalty", "levy")).isEqualTo(new ObjectMapper().readTree("""
                {
                  "kind": "penalty", "name": "tax", "aliases": ["levy"], "summary": "Costs something.",
                  "source": "section 3.2, item 17",
                  "plugin": { "id": "a-plugin", "version": "1.2.0", "location": "/plugins/a", "sha256": "00" },
                  "options": [
                    {
                      "key": "per-unit-rate", "type": "number", "range": "[0, 1]", "required": true, "default": null,
                      "text": "What a unit pays.", "source": "item 17"
                    },
                    {
                      "key": "scope", "type": "text", "range": null, "required": false, "default": "all",
                      "text": "Who pays.", "source": null
                    }
                  ]
                }
                """));
    }

    @Test
    void saysThatAComponentHasNoOptions() {
        assertThat(catalogue.describe("penalty", "bare")).endsWith("It has no options.");
    }

    @Test
    void refusesUnknownNamesWithTheNearestOne() {
        assertThatThrownBy(() -> catalogue.describe("penalty", "taxx"))
                .isInstanceOf(RectifyException.class)
                .hasMessageContaining("no penalty is named 'taxx'")
                .hasMessageContaining("tax");
        assertThatThrownBy(() -> catalogue.describe("penaltey", "tax"))
                .isInstanceOf(RectifyException.class)
                .hasMessageContaining("'penaltey'")
                .hasMessageContaining("did you mean 'penalty'?");
        assertThatThrownBy(() -> catalogue.list(Optional.of("datasets")))
                .isInstanceOf(RectifyException.class)
                .hasMessageContaining("did you mean 'dataset'?");
        assertThatThrownBy(() -> catalogue.describe("metric", "x"))
                .isInstanceOf(RectifyException.class)
                .hasMessage("no metric is named 'x'; no plugin brings one");
    }

    /** Brings two penalties. */
    public static final class Costs implements Plugin {

        @Override
        public List<PenaltyFactory<?>> penalties() {
            return List.of(new Tax(), new Bare());
        }
    }

    record TaxOptions(
            @Describe(value = "What a unit pays.", range = "[0, 1]", source = "item 17")
            double perUnitRate,

            @Describe(value = "Who pays.", defaultsTo = "all")
            String scope) {}

    private static final class Tax implements PenaltyFactory<TaxOptions> {

        @Override
        public String name() {
            return "tax";
        }

        @Override
        public Set<String> aliases() {
            return Set.of("levy");
        }

        @Override
        public String summary() {
            return "Costs something.";
        }

        @Override
        public String source() {
            return "section 3.2, item 17";
        }

        @Override
        public Class<TaxOptions> options() {
            return TaxOptions.class;
        }

        @Override
        public Penalty create(TaxOptions options, ComponentContext context) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Bare implements PenaltyFactory<NoOptions> {

        @Override
        public String name() {
            return "bare";
        }

        @Override
        public Class<NoOptions> options() {
            return NoOptions.class;
        }

        @Override
        public Penalty create(NoOptions options, ComponentContext context) {
            throw new UnsupportedOperationException();
        }
    }
}
