package org.rectify.engine.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rectify.api.output.Output;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.Kind;

/** The metrics that the output of a network puts into every result. */
final class StandardMetrics {

    private static final String METRICS = "metrics";

    private StandardMetrics() {}

    /** An experiment that measures them besides its own; the same where the output is wrong, which binding reports. */
    static ConfigObject added(ConfigObject experiment, ComponentRegistry registry, Binder early) {
        ConfigValue given = experiment.get(METRICS);
        Optional<Output> output = output(experiment, early);
        if (output.isEmpty()) {
            return experiment;
        }
        List<ConfigValue> metrics = new ArrayList<>();
        if (given instanceof ConfigList list) {
            metrics.addAll(list);
        } else if (given != null) {
            metrics.add(given);
        }
        Set<String> named = new HashSet<>();
        metrics.forEach(metric -> named.add(name(metric)));
        for (String standard : output.get().metrics()) {
            if (!named.contains(standard)
                    && registry.find(Kind.METRIC, standard).isPresent()) {
                metrics.add(ConfigValueFactory.fromAnyRef(standard, "metrics of every result"));
            }
        }
        return experiment.withValue(METRICS, ConfigValueFactory.fromIterable(metrics));
    }

    private static Optional<Output> output(ConfigObject experiment, Binder early) {
        ConfigValue chosen = experiment.get("network") instanceof ConfigObject network ? network.get("output") : null;
        return early.bindOption(ExperimentSpec.Network.class, "output", chosen).map(Output.class::cast);
    }

    private static String name(ConfigValue metric) {
        if (metric instanceof ConfigObject object) {
            ConfigValue name = object.containsKey("name") ? object.get("name") : object.get("type");
            return name == null ? "" : String.valueOf(name.unwrapped());
        }
        return String.valueOf(metric.unwrapped());
    }
}
