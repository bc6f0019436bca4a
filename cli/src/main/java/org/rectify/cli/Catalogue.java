package org.rectify.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.Declared;
import org.rectify.engine.component.Kind;
import org.rectify.engine.component.Registered;
import org.rectify.engine.config.OptionDescription;
import org.rectify.engine.config.Options;
import org.rectify.engine.config.Suggestions;
import org.rectify.engine.guard.PluginText;

/** Components as text and JSON: the lists of {@code rectify list} and the pages of {@code rectify describe}. */
final class Catalogue {

    private final ComponentRegistry registry;

    Catalogue(ComponentRegistry registry) {
        this.registry = registry;
    }

    /** Every kind with its components, or one kind. */
    List<String> list(Optional<String> kind) {
        List<String> lines = new ArrayList<>();
        for (Kind<?, ?> one : kinds(kind)) {
            lines.add(one.name());
            List<String> components = components(one);
            lines.addAll(components.isEmpty() ? List.of("  (none)") : components);
            lines.add("");
        }
        return lines.subList(0, lines.size() - 1);
    }

    /** Every component in one array, or those of one kind. */
    ArrayNode listJson(Optional<String> kind) {
        ArrayNode components = JsonNodeFactory.instance.arrayNode();
        for (Kind<?, ?> one : kinds(kind)) {
            registry.all(one).forEach(component -> components.add(json(one, component)));
        }
        return components;
    }

    private static List<Kind<?, ?>> kinds(Optional<String> kind) {
        return kind.<List<Kind<?, ?>>>map(name -> List.of(kind(name))).orElse(Kind.ALL);
    }

    private List<String> components(Kind<?, ?> kind) {
        List<? extends Registered<?>> components = registry.all(kind);
        int width = components.stream()
                .mapToInt(component -> names(component.declared()).length())
                .max()
                .orElse(0);
        return components.stream()
                .map(component ->
                        "  " + padded(names(component.declared()), width) + "  " + summary(component.declared())
                                + "[" + component.plugin().id() + " "
                                + component.plugin().version() + "]")
                .toList();
    }

    private static String summary(Declared declared) {
        return declared.summary().isEmpty() ? "" : PluginText.line(declared.summary()) + " ";
    }

    /** All there is to know of one component. */
    List<String> describe(String kindName, String name) {
        Kind<?, ?> kind = kind(kindName);
        Registered<?> component = component(kind, name);
        Declared declared = component.declared();
        List<String> lines = new ArrayList<>();
        lines.add(kind.name() + " " + names(declared));
        if (!declared.summary().isEmpty()) {
            lines.add(PluginText.line(declared.summary()));
        }
        lines.add("");
        if (!declared.source().isEmpty()) {
            lines.add("paper    " + PluginText.line(declared.source()));
        }
        lines.add("plugin   " + component.plugin().id() + " "
                + component.plugin().version() + ", " + component.plugin().location());
        lines.add("");
        List<OptionDescription> options = Options.describe(declared.options());
        lines.add(options.isEmpty() ? "It has no options." : "options");
        options.forEach(option -> lines.addAll(option(option)));
        return lines;
    }

    /** All there is to know of one component. */
    ObjectNode describeJson(String kindName, String name) {
        Kind<?, ?> kind = kind(kindName);
        Registered<?> component = component(kind, name);
        ObjectNode json = json(kind, component);
        ArrayNode options = json.putArray("options");
        Options.describe(component.declared().options())
                .forEach(option -> options.addObject()
                        .put("key", option.key())
                        .put("type", option.type())
                        .put("range", orNull(option.range()))
                        .put("required", option.required())
                        .put("default", orNull(option.defaultText()))
                        .put("text", orNull(option.text()))
                        .put("source", orNull(option.source())));
        return json;
    }

    private static ObjectNode json(Kind<?, ?> kind, Registered<?> component) {
        Declared declared = component.declared();
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("kind", kind.name()).put("name", declared.name());
        ArrayNode aliases = json.putArray("aliases");
        declared.aliases().stream().sorted().forEach(aliases::add);
        json.put("summary", orNull(declared.summary())).put("source", orNull(declared.source()));
        json.putObject("plugin")
                .put("id", component.plugin().id())
                .put("version", component.plugin().version())
                .put("location", component.plugin().location())
                .put("sha256", component.plugin().sha256());
        return json;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<String> option(OptionDescription option) {
        String accepts = option.type() + (option.range().isEmpty() ? "" : " in " + option.range());
        String given = option.required()
                ? "must be given"
                : option.defaultText().isEmpty() ? "may be left out" : "default " + option.defaultText();
        List<String> lines = new ArrayList<>();
        lines.add("  " + option.key() + "   " + accepts + "; " + given);
        if (!option.text().isEmpty()) {
            lines.add("      " + PluginText.line(option.text()));
        }
        if (!option.source().isEmpty()) {
            lines.add("      paper: " + PluginText.line(option.source()));
        }
        return lines;
    }

    private static Kind<?, ?> kind(String name) {
        return Kind.ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "kind of component",
                        name,
                        Kind.ALL.stream().map(Kind::name).toList()));
    }

    private Registered<?> component(Kind<?, ?> kind, String name) {
        Optional<? extends Registered<?>> component = registry.find(kind, name);
        if (component.isEmpty()) {
            throw unknown(kind.name(), name, registry.acceptedNames(kind));
        }
        return component.get();
    }

    private static RectifyException unknown(String what, String name, List<String> names) {
        String help = names.isEmpty() ? "no plugin brings one" : Suggestions.help(name, names);
        return new RectifyException(Category.USER, "no " + what + " is named '" + name + "'; " + help);
    }

    private static String names(Declared declared) {
        return declared.aliases().isEmpty()
                ? declared.name()
                : declared.aliases().stream().sorted().collect(Collectors.joining(", ", declared.name() + " (", ")"));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
