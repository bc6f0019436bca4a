package org.rectify.engine.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rectify.api.random.RandomStreams;

/** Reads {@code study.random}: options whose values are drawn, each draw a row of the table (Figure 3, left). */
final class DrawReader {

    private static final List<String> DISTRIBUTIONS = List.of("uniform", "log-uniform", "spaced", "log-spaced");
    private static final List<String> KEYS = List.of("count", "seed", "draws");
    private static final MathContext DIGITS = new MathContext(6);

    private final Sources sources;

    DrawReader(Sources sources) {
        this.sources = sources;
    }

    /** An option to draw: its place, and where in [0, 1) of its interval it falls. */
    private record Drawn(String path, String distribution, double low, double high, ConfigValue at) {

        double value(double unit) {
            return distribution.startsWith("log-") ? low * Math.pow(high / low, unit) : low + (high - low) * unit;
        }

        boolean spaced() {
            return distribution.endsWith("spaced");
        }
    }

    /** All draws; none where the section is missing or wrong. */
    List<Draw> draws(@Nullable ConfigValue value, String path) {
        if (value == null || value.valueType() == ConfigValueType.NULL) {
            return List.of();
        }
        if (!(value instanceof ConfigObject random)) {
            sources.add(value, path, "must be an object { count = N, draws { ... } }", "");
            return List.of();
        }
        random.entrySet().stream()
                .filter(entry -> !KEYS.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> sources.add(
                        entry.getValue(),
                        path + "." + Sources.printable(entry.getKey()),
                        "unknown key",
                        Suggestions.help(entry.getKey(), KEYS)));
        int count = (int) whole(random, "count", 0);
        long seed = whole(random, "seed", 1);
        List<Drawn> options = new ArrayList<>();
        if (random.get("draws") instanceof ConfigObject draws) {
            collect(draws, "", path + ".draws", options);
        }
        if (count < 1 || count > Limits.TRIALS || options.isEmpty()) {
            sources.add(
                    random,
                    path,
                    "needs count, a whole number in [1, " + Limits.TRIALS + "], and draws",
                    "accepted: { count = 200, draws { network.penalty.coefficient { log-uniform = [1e-6, 1e-2] } } }");
            return List.of();
        }
        List<Draw> all = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            all.add(draw(options, number, count, new RandomStreams(seed)));
        }
        return all;
    }

    private static Draw draw(List<Drawn> options, int number, int count, RandomStreams random) {
        Map<String, String> values = new LinkedHashMap<>();
        Changes changes = Changes.NONE;
        for (Drawn option : options) {
            double unit = option.spaced()
                    ? (number - 1.0) / Math.max(1, count - 1)
                    : random.stream("study/" + option.path() + "/draw-" + number)
                            .nextDouble();
            double value = new BigDecimal(option.value(unit)).round(DIGITS).doubleValue();
            values.put(option.path(), String.valueOf(value));
            changes = changes.and(Changes.of(option.path(), value, option.at()));
        }
        return new Draw(number, values, changes);
    }

    private void collect(ConfigObject object, String prefix, String path, List<Drawn> options) {
        List<Map.Entry<String, ConfigValue>> entries = object.entrySet().stream()
                .filter(entry -> entry.getValue().valueType() != ConfigValueType.NULL)
                .sorted(Map.Entry.comparingByKey())
                .toList();
        entries.forEach(entry -> {
            String key = prefix.isEmpty() ? entry.getKey() : prefix + "." + entry.getKey();
            ConfigValue value = entry.getValue();
            if (DISTRIBUTIONS.contains(entry.getKey()) && !prefix.isEmpty()) {
                interval(prefix, entry.getKey(), value, path, options);
            } else if (value instanceof ConfigObject below && StudyReader.isPath(key)) {
                collect(below, key, path, options);
            } else {
                sources.add(
                        value,
                        path + "." + Sources.printable(key),
                        "not a distribution",
                        "accepted: path { " + String.join(" | ", DISTRIBUTIONS) + " = [from, to] }");
            }
        });
    }

    private void interval(String option, String distribution, ConfigValue value, String path, List<Drawn> options) {
        if (value instanceof ConfigList list
                && list.size() == 2
                && list.get(0).unwrapped() instanceof Number low
                && list.get(1).unwrapped() instanceof Number high
                && low.doubleValue() < high.doubleValue()
                && (!distribution.startsWith("log-") || low.doubleValue() > 0)) {
            options.add(new Drawn(option, distribution, low.doubleValue(), high.doubleValue(), value));
        } else {
            sources.add(
                    value,
                    path + "." + option + "." + distribution,
                    "must be [from, to], two numbers, the first the smaller"
                            + (distribution.startsWith("log-") ? " and above zero" : ""),
                    "");
        }
    }

    private static long whole(ConfigObject object, String key, long otherwise) {
        ConfigValue value = object.get(key);
        return value != null && value.unwrapped() instanceof Number number && number.doubleValue() == number.longValue()
                ? number.longValue()
                : value == null ? otherwise : -1;
    }
}
