package org.rectify.engine.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rectify.statistics.Claim;

/** Reads {@code claims}: sentences about rows of the table that a study's results decide. */
final class ClaimReader {

    private static final String TYPE = "type";
    private static final String ALL_OF = "all-of";
    private static final String ACROSS = "across";
    private static final String AMONG = "among";
    private static final String SAYS = "says";
    private static final String ITEM = "item";

    private static final Map<String, Class<? extends Record>> TYPES = Map.of(
            "level", Claim.Level.class,
            "difference", Claim.Difference.class,
            "equivalence", Claim.Equivalence.class,
            "smaller-change", Claim.SmallerChange.class,
            "group-difference", Claim.GroupDifference.class,
            "correlation", Claim.Correlation.class,
            "trend", Claim.Trend.class);

    private final Sources sources;
    private final Binder binder;
    private final Map<String, List<String>> axes;
    private final List<String> rows;

    /**
     * @param axes the names of the values on each axis
     * @param rows the names of all rows of the table
     */
    ClaimReader(Sources sources, Binder binder, Map<String, List<String>> axes, List<String> rows) {
        this.sources = sources;
        this.binder = binder;
        this.axes = axes;
        this.rows = rows;
    }

    /** All claims in the order of the file; those with problems are left out. */
    List<ClaimSpec> claims(@Nullable ConfigValue value) {
        if (value == null || value.valueType() == ConfigValueType.NULL) {
            return List.of();
        }
        if (!(value instanceof ConfigObject object)) {
            sources.add(value, StudyFile.CLAIMS, "must be an object { name { ... }, ... }", "");
            return List.of();
        }
        List<ClaimSpec> claims = new ArrayList<>();
        object.entrySet().stream()
                .filter(entry -> entry.getValue().valueType() != ConfigValueType.NULL)
                .sorted(Comparator.<Map.Entry<String, ConfigValue>>comparingInt(
                                entry -> sources.order(entry.getValue().origin()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> claim(entry.getKey(), entry.getValue()).ifPresent(claims::add));
        return claims;
    }

    private Optional<ClaimSpec> claim(String name, ConfigValue value) {
        String path = StudyFile.CLAIMS + "." + Sources.printable(name);
        if (!(value instanceof ConfigObject object)) {
            sources.add(value, path, "must be an object { type = ..., ... }", "");
            return Optional.empty();
        }
        ConfigObject tested = object.withoutKey(SAYS).withoutKey(ITEM).withoutKey(ACROSS);
        return across(object, tested, path)
                .map(claim -> new ClaimSpec(name, text(object, SAYS, name), text(object, ITEM, ""), claim));
    }

    /** The claim, or one for each value of an axis, written where {@code {axis}} stands. */
    private Optional<Claim> across(ConfigObject claim, ConfigObject tested, String path) {
        ConfigValue across = claim.get(ACROSS);
        if (across == null) {
            return read(tested, path);
        }
        String axis = String.valueOf(across.unwrapped());
        List<String> values = axes.get(axis);
        if (values == null) {
            sources.add(across, path + "." + ACROSS, "no such axis", Suggestions.help(axis, axes.keySet()));
            return Optional.empty();
        }
        List<Claim> cases = new ArrayList<>();
        for (String value : values) {
            ConfigValue written = replaced(tested, "{" + axis + "}", value);
            read((ConfigObject) written, path).ifPresent(cases::add);
        }
        return cases.isEmpty() ? Optional.empty() : Optional.of(new Claim.AllOf(cases));
    }

    private static ConfigValue replaced(ConfigValue value, String placeholder, String by) {
        if (value instanceof ConfigObject object) {
            ConfigObject result = object;
            for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
                result = result.withValue(entry.getKey(), replaced(entry.getValue(), placeholder, by));
            }
            return result;
        }
        if (value instanceof ConfigList list) {
            return ConfigValueFactory.fromIterable(list.stream()
                            .map(element -> replaced(element, placeholder, by))
                            .toList())
                    .withOrigin(value.origin());
        }
        return value.unwrapped() instanceof String text && text.contains(placeholder)
                ? ConfigValueFactory.fromAnyRef(text.replace(placeholder, by)).withOrigin(value.origin())
                : value;
    }

    private Optional<Claim> read(ConfigObject claim, String path) {
        if (claim.get(ALL_OF) instanceof ConfigList list) {
            List<Claim> parts = new ArrayList<>();
            for (ConfigValue part : list) {
                if (part instanceof ConfigObject object) {
                    read(object, path + "." + ALL_OF).ifPresent(parts::add);
                } else {
                    sources.add(part, path + "." + ALL_OF, "must be an object { type = ..., ... }", "");
                }
            }
            return parts.isEmpty() ? Optional.empty() : Optional.of(new Claim.AllOf(parts));
        }
        List<String> names = TYPES.keySet().stream().sorted().toList();
        ConfigValue type = claim.get(TYPE);
        if (type == null) {
            sources.add(claim, path + "." + TYPE, "missing", Suggestions.help("", names) + "; or all-of = [...]");
            return Optional.empty();
        }
        Class<? extends Record> found = TYPES.get(String.valueOf(type.unwrapped()));
        if (found == null) {
            String written = Sources.printable(String.valueOf(type.unwrapped()));
            sources.add(type, path + "." + TYPE, "no such claim: " + written, Suggestions.help(written, names));
            return Optional.empty();
        }
        return binder.bind(found, among(claim.withoutKey(TYPE)), path)
                .map(bound -> (Claim) bound.value())
                .filter(made -> areRows(made, claim, path));
    }

    /** Writes out the rows that an arm has when labels are varied or values drawn. */
    private ConfigObject among(ConfigObject claim) {
        if (!(claim.get(AMONG) instanceof ConfigList list)) {
            return claim;
        }
        List<String> written = new ArrayList<>();
        for (ConfigValue arm : list) {
            String name = String.valueOf(arm.unwrapped());
            List<String> ofArm = rows.stream()
                    .filter(row -> row.equals(name) || row.startsWith(name + " at ") || row.startsWith(name + " #"))
                    .toList();
            written.addAll(ofArm.isEmpty() ? List.of(name) : ofArm);
        }
        return claim.withValue(AMONG, ConfigValueFactory.fromIterable(written).withOrigin(list.origin()));
    }

    private boolean areRows(Claim claim, ConfigObject at, String path) {
        List<String> unknown =
                claim.arms().stream().filter(arm -> !rows.contains(arm)).toList();
        for (String arm : unknown) {
            List<String> shown = rows.size() > 12 ? rows.subList(0, 12) : rows;
            sources.add(
                    at,
                    path,
                    "the table has no row '" + Sources.printable(arm) + "'",
                    Suggestions.help(arm, shown) + (rows.size() > 12 ? " and " + (rows.size() - 12) + " more" : ""));
        }
        return unknown.isEmpty();
    }

    private static String text(ConfigObject claim, String key, String otherwise) {
        ConfigValue value = claim.get(key);
        return value == null ? otherwise : String.valueOf(value.unwrapped());
    }
}
