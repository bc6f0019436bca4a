package org.rectify.engine.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how large an experiment becomes when its substitutions are written out, before that is done: a few lines that
 * double each other fill any memory.
 *
 * <p>A value without substitutions is as large as its text. One with substitutions is at most as large as its text and
 * everything it refers to, whole. Where a value refers to itself (its earlier definition, or another part of it), each
 * reference at most doubles it. Values that refer to each other in a circle are refused: they have no bound, and hardly
 * ever a meaning.
 */
final class ExpansionGuard {

    private static final Size NOTHING = new Size(0, 0);
    private static final Size UNDER_WAY = new Size(0, 0);

    private record Size(long characters, int depth) {

        Size and(Size other) {
            return new Size(characters + other.characters, Math.max(depth, other.depth));
        }

        Size within(int keyLength) {
            return new Size(characters + keyLength + 1, depth + 1);
        }
    }

    private final ConfigObject root;
    private final Sources sources;
    private final Map<ConfigValue, Size> sizes = new IdentityHashMap<>();

    private ExpansionGuard(Config unresolved, Sources sources) {
        this.root = unresolved.root();
        this.sources = sources;
    }

    /**
     * Refuses an experiment that becomes too large or too deep.
     *
     * @throws InvalidExperimentException naming the value that does
     */
    static void check(Config unresolved, Sources sources) {
        new ExpansionGuard(unresolved, sources).size(unresolved.root());
    }

    private Size size(ConfigValue value) {
        Size known = sizes.get(value);
        if (known == UNDER_WAY) {
            throw refusal(value, "substitutions refer to each other in a circle");
        }
        if (known != null) {
            return known;
        }
        sizes.put(value, UNDER_WAY);
        Size size = measured(value);
        if (size.characters() > Limits.EXPANDED_CHARACTERS) {
            throw refusal(
                    value,
                    "with its substitutions written out this has more than " + Limits.EXPANDED_CHARACTERS
                            + " characters: too much");
        }
        if (size.depth() > Limits.NESTING) {
            throw refusal(
                    value,
                    "with its substitutions written out this nests more than " + Limits.NESTING + " deep: too much");
        }
        sizes.put(value, size);
        return size;
    }

    private Size measured(ConfigValue value) {
        if (hasOpenSubstitutions(value)) {
            return expanded(value);
        }
        Size size = NOTHING;
        if (value instanceof ConfigObject object) {
            for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
                size = size.and(size(entry.getValue()).within(entry.getKey().length()));
            }
        } else if (value instanceof ConfigList list) {
            for (ConfigValue element : list) {
                size = size.and(size(element).within(0));
            }
        } else {
            size = new Size(String.valueOf(value.unwrapped()).length(), 0);
        }
        return size;
    }

    private Size expanded(ConfigValue value) {
        String text = value.render(ConfigRenderOptions.concise());
        Size size = new Size(text.length(), nesting(text));
        int selfReferences = 0;
        List<List<String>> references = references(text);
        if (references.size() > Limits.REFERENCES) {
            throw refusal(value, "merged of more than " + Limits.REFERENCES + " substitutions: too much");
        }
        for (List<String> path : references) {
            ConfigValue target = target(path);
            if (target == value) {
                selfReferences++;
            } else if (target != null) {
                size = new Size(
                        size.characters() + size(target).characters(),
                        Math.max(size.depth(), nesting(text) + size(target).depth() + 1));
            }
        }
        if (selfReferences > Limits.SELF_REFERENCES) {
            throw refusal(
                    value,
                    "refers to itself, with += or a substitution, more than " + Limits.SELF_REFERENCES
                            + " times: too much");
        }
        return new Size(size.characters() << selfReferences, size.depth() + selfReferences * nesting(text));
    }

    /** Whether a value is one the library shows only as text until substitutions are resolved. */
    static boolean hasOpenSubstitutions(ConfigValue value) {
        try {
            Object unused = value instanceof ConfigObject object ? object.isEmpty() : value.valueType();
            return false;
        } catch (ConfigException.NotResolved e) {
            return true;
        }
    }

    /** The value a path leads to, or the value with substitutions in which it gets lost; null where it ends early. */
    private @Nullable ConfigValue target(List<String> path) {
        // in an included file, a path is first taken from where the file was included, then from the top
        for (int from = 0; from < path.size(); from++) {
            ConfigValue found = find(path.subList(from, path.size()));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable ConfigValue find(List<String> path) {
        ConfigValue at = root;
        for (String key : path) {
            if (hasOpenSubstitutions(at)) {
                return at;
            }
            ConfigValue next = at instanceof ConfigObject object ? object.get(key) : null;
            if (next == null) {
                return null;
            }
            at = next;
        }
        return at;
    }

    /** The paths of the substitutions in a rendered value. */
    private static List<List<String>> references(String text) {
        List<List<String>> paths = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                at = endOfString(text, at);
            } else if (text.startsWith("${", at)) {
                int start = at + (text.startsWith("${?", at) ? 3 : 2);
                at = start;
                while (text.charAt(at) != '}') {
                    at = text.charAt(at) == '"' ? endOfString(text, at) : at + 1;
                }
                paths.add(ConfigUtil.splitPath(text.substring(start, at)));
            } else {
                at++;
            }
        }
        return paths;
    }

    private static int nesting(String text) {
        int depth = 0;
        int deepest = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            deepest = Math.max(deepest, depth);
            at = c == '"' ? endOfString(text, at) : at + 1;
        }
        return deepest;
    }

    private static int endOfString(String text, int start) {
        int at = start + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private InvalidExperimentException refusal(ConfigValue value, String fault) {
        return sources.refusal(new Problem(sources.locate(value.origin()), "", "", fault, ""));
    }
}
