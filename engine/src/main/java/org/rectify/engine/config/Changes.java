package org.rectify.engine.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values that a study lays over its experiment, each known by the place it was written. Immutable. */
public final class Changes {

    /** Changes nothing. */
    public static final Changes NONE = new Changes(List.of());

    private record Change(List<String> path, ConfigValue value) {}

    private final List<Change> changes;

    private Changes(List<Change> changes) {
        this.changes = changes;
    }

    /** The entries of an object, from the top of the experiment. */
    static Changes of(ConfigObject object) {
        return new Changes(object.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Change(List.of(entry.getKey()), entry.getValue()))
                .toList());
    }

    /** One value at a path. */
    static Changes of(String path, ConfigValue value) {
        return new Changes(List.of(new Change(ConfigUtil.splitPath(path), value)));
    }

    /** A number or text at a path, as though it were written where another value is. */
    static Changes of(String path, Object value, ConfigValue at) {
        return of(path, ConfigValueFactory.fromAnyRef(value, at.origin().description()));
    }

    /** These changes, and then others. */
    public Changes and(Changes later) {
        List<Change> all = new ArrayList<>(changes);
        all.addAll(later.changes);
        return new Changes(List.copyOf(all));
    }

    /** Lays the changes over an experiment: objects merge, a component of another type begins afresh. */
    ConfigObject over(ConfigObject experiment) {
        Config changed = experiment.toConfig();
        for (Change change : changes) {
            changed = new Overrides.Overlay(changed).with(change.path(), change.value());
        }
        return changed.root();
    }
}
