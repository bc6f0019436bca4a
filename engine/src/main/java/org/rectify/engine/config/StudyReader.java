package org.rectify.engine.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rectify.engine.config.Arm.GridOption;
import org.rectify.engine.config.Arm.GridValue;

/** Reads the parts of a study that name their own keys, and goes on after a problem. */
final class StudyReader {

    private static final String ARMS = "arms";
    private static final String AXES = "axes";
    private static final String EXCLUDE = "exclude";
    private static final String GRID = "grid";
    private static final String RANDOM = "random";
    private static final String EXECUTOR = "executor";
    private static final String TYPE = "type";
    private static final List<String> OWN = List.of(ARMS, AXES, EXCLUDE, GRID, RANDOM, StudyFile.LEVELS);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,39}");

    private final Sources sources;
    private final Binder binder;
    private final ConfigObject study;

    StudyReader(Sources sources, Binder binder, ConfigObject study) {
        this.sources = sources;
        this.binder = binder;
        this.study = study;
    }

    /** A value on an axis: what it changes, and what it adds to the grid. */
    private record AxisValue(String name, Changes changes, List<GridOption> grid) {}

    /** The part of the section that is bound to a record. */
    private ConfigObject settings() {
        List<String> bound = Options.describe(StudySettings.class).stream()
                .map(OptionDescription::key)
                .toList();
        List<String> known = new ArrayList<>(OWN);
        known.addAll(bound);
        ConfigObject settings = study;
        for (Map.Entry<String, ConfigValue> entry : study.entrySet()) {
            String key = entry.getKey();
            if (!known.contains(key)) {
                problem(entry.getValue(), path(key), "unknown key", Suggestions.help(key, known));
            }
            settings = bound.contains(key) ? settings : settings.withoutKey(key);
        }
        return settings.get(EXECUTOR) instanceof ConfigObject executor && executor.get(TYPE) == null
                ? settings.withValue(EXECUTOR, executor.withValue(TYPE, usualExecutor(executor)))
                : settings;
    }

    /** So that options of the usual executor can be given without naming it. */
    private static ConfigValue usualExecutor(ConfigObject executor) {
        String name = Options.describe(StudySettings.class).stream()
                .filter(option -> option.key().equals(EXECUTOR))
                .map(OptionDescription::defaultText)
                .findFirst()
                .orElseThrow();
        return ConfigValueFactory.fromAnyRef(name).withOrigin(executor.origin());
    }

    /**
     * The study.
     *
     * @throws InvalidExperimentException where no sense can be made of it; other problems are left to be found in the
     *     sources
     */
    StudySpec spec(@Nullable ConfigValue claims, Optional<String> level) {
        Optional<StudySettings> bound = binder.bind(StudySettings.class, settings(), StudyFile.STUDY)
                .map(settings -> (StudySettings) settings.value());
        Map<String, List<AxisValue>> axes = axes();
        List<Arm> arms = product(axes, grid(study.get(GRID), path(GRID)));
        arms.removeIf(arm -> excluded(axes, arm));
        if (arms.isEmpty()) {
            problem(study, path(EXCLUDE), "leaves no arm", "accepted: combinations of values that leave some");
        }
        List<Draw> draws = new DrawReader(sources).draws(study.get(RANDOM), path(RANDOM));
        StudySettings settings = bound.orElseThrow(sources::refusal);
        List<String> rows = rows(arms, settings.labelFractions(), draws);
        List<ClaimSpec> claimed = new ClaimReader(sources, binder, names(axes), rows).claims(claims);
        return new StudySpec(settings, List.copyOf(axes.keySet()), arms, draws, claimed, level);
    }

    private static List<String> rows(List<Arm> arms, List<Double> fractions, List<Draw> draws) {
        List<Optional<Double>> parts = fractions.isEmpty()
                ? List.of(Optional.empty())
                : fractions.stream().map(Optional::of).toList();
        List<Optional<Draw>> drawn = draws.isEmpty()
                ? List.of(Optional.empty())
                : draws.stream().map(Optional::of).toList();
        return arms.stream()
                .flatMap(arm -> parts.stream().flatMap(part -> drawn.stream().map(draw -> arm.rowName(part, draw))))
                .toList();
    }

    private static Map<String, List<String>> names(Map<String, List<AxisValue>> axes) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        axes.forEach((axis, values) ->
                names.put(axis, values.stream().map(AxisValue::name).toList()));
        return names;
    }

    /** The axes in their order; arms that are named one by one are an axis of that name, the first. */
    private Map<String, List<AxisValue>> axes() {
        Map<String, List<AxisValue>> axes = new LinkedHashMap<>();
        if (study.get(ARMS) != null) {
            axes.put("arm", axisValues(study.get(ARMS), path(ARMS)));
        }
        for (Map.Entry<String, ConfigValue> axis : entries(study.get(AXES), path(AXES))) {
            String path = path(AXES) + "." + axis.getKey();
            if (axes.putIfAbsent(axis.getKey(), axisValues(axis.getValue(), path)) != null) {
                problem(axis.getValue(), path, "an axis named as study.arms is", "accepted: another name");
            }
        }
        return axes;
    }

    private List<AxisValue> axisValues(@Nullable ConfigValue value, String path) {
        List<AxisValue> values = new ArrayList<>();
        for (Map.Entry<String, ConfigValue> entry : entries(value, path)) {
            String below = path + "." + entry.getKey();
            if (entry.getValue() instanceof ConfigObject changes) {
                values.add(new AxisValue(
                        entry.getKey(),
                        Changes.of(changes.withoutKey(GRID)),
                        grid(changes.get(GRID), below + "." + GRID)));
            } else {
                problem(entry.getValue(), below, "must be an object { ... } of changes to the experiment", "");
            }
        }
        if (values.isEmpty() && value != null) {
            problem(value, path, "has no values", "accepted: name { changes to the experiment }");
        }
        return values;
    }

    /** The entries of an object in the order they are written, null ones left out, under names that make file names. */
    private List<Map.Entry<String, ConfigValue>> entries(@Nullable ConfigValue value, String path) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof ConfigObject object)) {
            problem(value, path, "must be an object { ... }", "");
            return List.of();
        }
        List<Map.Entry<String, ConfigValue>> entries = ordered(object);
        entries.removeIf(entry -> {
            boolean wrong = !NAME.matcher(entry.getKey()).matches();
            if (wrong) {
                problem(
                        entry.getValue(),
                        path + "." + Sources.printable(ConfigUtil.joinPath(entry.getKey())),
                        "not a name",
                        "accepted: letters, digits, '.', '_', '+' and '-', at most 40, beginning with a letter or digit");
            }
            return wrong;
        });
        return entries;
    }

    /** The entries of an object in the order they are written; those of one line by their keys; null ones left out. */
    private List<Map.Entry<String, ConfigValue>> ordered(ConfigObject object) {
        List<Map.Entry<String, ConfigValue>> entries = new ArrayList<>(object.entrySet());
        entries.removeIf(entry -> entry.getValue().valueType() == ConfigValueType.NULL);
        entries.sort(Comparator.<Map.Entry<String, ConfigValue>>comparingInt(
                        entry -> sources.order(entry.getValue().origin()))
                .thenComparing(Map.Entry::getKey));
        return entries;
    }

    private List<Arm> product(Map<String, List<AxisValue>> axes, List<GridOption> grid) {
        List<Arm> arms = List.of(new Arm("", Map.of(), Changes.NONE, grid));
        for (Map.Entry<String, List<AxisValue>> axis : axes.entrySet()) {
            if ((long) arms.size() * axis.getValue().size() > Limits.TRIALS) {
                throw sources.refusal(new Problem(
                        sources.locate(study.origin()), path(AXES), "", "more than " + Limits.TRIALS + " arms", ""));
            }
            arms = arms.stream()
                    .flatMap(arm -> axis.getValue().stream().map(value -> with(arm, axis.getKey(), value)))
                    .toList();
        }
        return new ArrayList<>(arms);
    }

    private static Arm with(Arm arm, String axis, AxisValue value) {
        Map<String, String> axes = new LinkedHashMap<>(arm.axes());
        axes.put(axis, value.name());
        Map<String, GridOption> grid = new LinkedHashMap<>();
        arm.grid().forEach(option -> grid.put(option.path(), option));
        value.grid().forEach(option -> grid.put(option.path(), option));
        return new Arm(
                arm.name().isEmpty() ? value.name() : arm.name() + "/" + value.name(),
                axes,
                arm.changes().and(value.changes()),
                List.copyOf(grid.values()));
    }

    private boolean excluded(Map<String, List<AxisValue>> axes, Arm arm) {
        ConfigValue excluded = study.get(EXCLUDE);
        if (excluded == null) {
            return false;
        }
        if (!(excluded instanceof ConfigList list)) {
            problem(excluded, path(EXCLUDE), "must be a list of combinations [{ axis = value, ... }, ...]", "");
            return false;
        }
        boolean out = false;
        for (ConfigValue combination : list) {
            Map<String, String> where = combination(names(axes), combination);
            out |= !where.isEmpty() && arm.axes().entrySet().containsAll(where.entrySet());
        }
        return out;
    }

    /** The value on each axis named. */
    private Map<String, String> combination(Map<String, List<String>> axes, ConfigValue combination) {
        Map<String, String> where = new LinkedHashMap<>();
        if (!(combination instanceof ConfigObject object)) {
            problem(combination, path(EXCLUDE), "must be an object { axis = value, ... }", "");
            return where;
        }
        for (Map.Entry<String, ConfigValue> entry : ordered(object)) {
            String axis = entry.getKey();
            String name = String.valueOf(entry.getValue().unwrapped());
            List<String> names = axes.get(axis);
            String path = path(EXCLUDE) + "." + Sources.printable(axis);
            if (names == null) {
                problem(entry.getValue(), path, "no such axis", Suggestions.help(axis, axes.keySet()));
            } else if (!names.contains(name)) {
                problem(
                        entry.getValue(),
                        path,
                        "no such value: " + Sources.printable(name),
                        Suggestions.help(name, names));
            } else {
                where.put(axis, name);
            }
        }
        return where;
    }

    /** Lists below an object, by path. */
    private List<GridOption> grid(@Nullable ConfigValue value, String path) {
        Map<String, GridOption> options = new LinkedHashMap<>();
        if (value instanceof ConfigObject object) {
            collect(object, "", path, options);
        } else if (value != null && value.valueType() != ConfigValueType.NULL) {
            problem(value, path, "must be an object { path = [values], ... }", "");
        }
        return List.copyOf(options.values());
    }

    private void collect(ConfigObject object, String prefix, String path, Map<String, GridOption> options) {
        for (Map.Entry<String, ConfigValue> entry : ordered(object)) {
            String key = prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey();
            ConfigValue value = entry.getValue();
            if (value instanceof ConfigObject below) {
                collect(below, key, path, options);
            } else if (value instanceof ConfigList list && !list.isEmpty() && isPath(key)) {
                options.put(
                        key,
                        new GridOption(
                                key,
                                list.stream()
                                        .map(one -> new GridValue(ScalarReader.shown(one), Changes.of(key, one)))
                                        .toList()));
            } else {
                problem(value, path + "." + Sources.printable(key), "must be a list of values to try", "");
            }
        }
    }

    static boolean isPath(String key) {
        try {
            List<String> path = ConfigUtil.splitPath(key);
            return path.size() <= Limits.NESTING;
        } catch (ConfigException e) {
            return false;
        }
    }

    private static String path(String key) {
        return StudyFile.STUDY + "." + Sources.printable(key);
    }

    private void problem(ConfigValue at, String path, String fault, String help) {
        Problem problem = new Problem(sources.locate(at.origin()), path, "", fault, help);
        if (!sources.problems().contains(problem)) {
            sources.add(problem);
        }
    }
}
