package org.rectify.study.plan;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.Kind;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.ResolvedExperiment;

/** Which plugins an experiment's components come from. */
public final class UsedPlugins {

    private UsedPlugins() {}

    /** Each plugin once, sorted by id. */
    public static List<PluginIdentity> of(ResolvedExperiment experiment, ComponentRegistry registry) {
        return of(ConfigFactory.parseString(experiment.text()), registry);
    }

    /** The same of a part of an experiment. */
    static List<PluginIdentity> of(Config experiment, ComponentRegistry registry) {
        Set<String> types = new TreeSet<>();
        collectTypes(experiment.root(), types);
        Set<PluginIdentity> plugins =
                new TreeSet<>(Comparator.comparing(PluginIdentity::id).thenComparing(PluginIdentity::sha256));
        for (String type : types) {
            for (Kind<?, ?> kind : Kind.ALL) {
                registry.find(kind, type).ifPresent(found -> plugins.add(found.plugin()));
            }
        }
        return List.copyOf(plugins);
    }

    /** The names of all components: a name that two kinds share counts for both. */
    private static void collectTypes(ConfigValue value, Set<String> types) {
        if (value instanceof ConfigObject object) {
            object.forEach((key, entry) -> {
                if (key.equals("type")) {
                    types.add(String.valueOf(entry.unwrapped()));
                } else {
                    collectTypes(entry, types);
                }
            });
        } else if (value instanceof ConfigList list) {
            list.forEach(element -> collectTypes(element, types));
        }
    }
}
