package org.rectify.engine.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lays {@code --set path=value} over an experiment, one after the other, before substitutions are resolved.
 *
 * <p>Objects are merged, everything else is replaced. A component that gets another type begins afresh: the options of
 * its former type are dropped.
 */
final class Overrides {

    private static final String TYPE = "type";
    private static final String FORM = "an override is PATH=VALUE, such as network.activation.type=tanh";

    private final ExperimentReader reader;
    private final Sources sources;

    Overrides(ExperimentReader reader, Sources sources) {
        this.reader = reader;
        this.sources = sources;
    }

    /**
     * Lays overrides over an experiment.
     *
     * @throws InvalidExperimentException naming the first override that is not one
     */
    Config apply(Config experiment, List<String> overrides) {
        Config changed = experiment;
        for (String override : overrides) {
            changed = apply(changed, override);
        }
        return changed;
    }

    private Config apply(Config experiment, String override) {
        int equals = override.indexOf('=');
        String written = equals < 0 ? override : override.substring(0, equals).strip();
        String description = sources.override(Sources.printable(written));
        if (equals <= 0) {
            throw refusal(description, "not an override: " + shown(override), FORM);
        }
        List<String> path = path(written, description);
        ConfigValue value = value(override.substring(equals + 1), description);
        if (path.size() > 1 && path.get(path.size() - 1).equals(TYPE)) {
            path = path.subList(0, path.size() - 1);
            value = under(List.of(TYPE), value);
        }
        ExpansionGuard.check(experiment, sources);
        return new Overlay(experiment).with(path, value);
    }

    private List<String> path(String written, String description) {
        try {
            List<String> path = ConfigUtil.splitPath(written);
            if (path.size() > Limits.NESTING || path.stream().anyMatch(key -> key.length() > Limits.WORD_LENGTH)) {
                throw refusal(description, "a path too long", FORM);
            }
            return path;
        } catch (ConfigException e) {
            throw refusal(description, "not a path: " + shown(written), FORM);
        }
    }

    private ConfigValue value(String text, String description) {
        if (text.isBlank()) {
            throw refusal(description, "no value is given", "accepted: a value; \"\" in quotes for an empty text");
        }
        ConfigObject read = reader.value("value = " + text, description).root();
        ConfigValue value = read.get("value");
        if (read.size() != 1 || value == null) {
            throw refusal(
                    description,
                    "more than one value: " + shown(text.strip()),
                    "accepted: one value; lists in [...], objects in {...}, texts with special characters in quotes");
        }
        return value;
    }

    /** A value within an object for each key of a path, all located where the value is. */
    private static ConfigObject under(List<String> path, ConfigValue value) {
        ConfigObject object = ConfigFactory.empty()
                .root()
                .withValue(path.get(path.size() - 1), value)
                .withOrigin(value.origin());
        return path.size() == 1 ? object : under(path.subList(0, path.size() - 1), object);
    }

    private InvalidExperimentException refusal(String description, String fault, String help) {
        return sources.refusal(new Problem(sources.locate(description, 0), "", "", fault, help));
    }

    private static String shown(String text) {
        return "'" + Sources.printable(text) + "'";
    }

    /** One value on its way into an experiment. */
    static final class Overlay {

        private final Config current;
        private Config result;

        Overlay(Config experiment) {
            this.result = experiment;
            this.current = tentative(experiment);
        }

        private static Config tentative(Config experiment) {
            try {
                return experiment.resolve(ConfigResolveOptions.noSystem().setAllowUnresolved(true));
            } catch (ConfigException e) {
                return experiment; // reported when the experiment is resolved for good
            }
        }

        Config with(List<String> path, ConfigValue value) {
            if (path.size() > 1) {
                keepBareName(path.subList(0, path.size() - 1));
            }
            ConfigValue adapted = adapted(path, value);
            return under(path, adapted).toConfig().withFallback(result);
        }

        /** Keeps the options of components whose type stays, clears away those whose type changes. */
        private ConfigValue adapted(List<String> path, ConfigValue value) {
            Optional<String> formerType = typeOfComponent(path);
            if (isText(value) && formerType.equals(Optional.of(value.unwrapped()))) {
                return under(List.of(TYPE), value);
            }
            if (!(value instanceof ConfigObject object) || ExpansionGuard.hasOpenSubstitutions(value)) {
                return value;
            }
            ConfigValue type = object.get(TYPE);
            if (type == null && !path.isEmpty()) {
                keepBareName(path);
            }
            if (type != null && isText(type) && !formerType.equals(Optional.of(type.unwrapped()))) {
                clear(path);
                return value;
            }
            ConfigObject adapted = object;
            for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
                List<String> below = new ArrayList<>(path);
                below.add(entry.getKey());
                adapted = adapted.withValue(entry.getKey(), adapted(below, entry.getValue()));
            }
            return adapted;
        }

        /** Makes a component given by its bare name an object, so that an option can be added to it. */
        private void keepBareName(List<String> component) {
            ConfigValue name = at(component);
            if (name != null && isText(name)) {
                result = under(component, under(List.of(TYPE), name)).toConfig().withFallback(result);
            }
        }

        /** Hides what the path had: objects are not merged across a null. */
        private void clear(List<String> path) {
            result = under(path, ConfigValueFactory.fromAnyRef(null)).toConfig().withFallback(result);
        }

        private Optional<String> typeOfComponent(List<String> path) {
            List<String> typePath = new ArrayList<>(path);
            typePath.add(TYPE);
            return Optional.ofNullable(at(typePath))
                    .filter(Overlay::isText)
                    .map(type -> String.valueOf(type.unwrapped()));
        }

        private @Nullable ConfigValue at(List<String> path) {
            try {
                ConfigValue at = current.root();
                for (String key : path) {
                    at = at instanceof ConfigObject object ? object.get(key) : null;
                }
                return at;
            } catch (ConfigException.NotResolved e) {
                return null; // unknown until all overrides are there
            }
        }

        private static boolean isText(ConfigValue value) {
            try {
                return value.valueType() == ConfigValueType.STRING;
            } catch (ConfigException.NotResolved e) {
                return false;
            }
        }
    }
}
