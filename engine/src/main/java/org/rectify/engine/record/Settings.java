package org.rectify.engine.record;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings of {@code resolved.conf}, each by its whole path. */
final class Settings {

    private static final ConfigRenderOptions CONCISE = ConfigRenderOptions.concise();

    private Settings() {}

    /**
     * The leaves of a configuration that needs no other file; lists are leaves.
     *
     * @throws IllegalArgumentException when it is no such configuration
     */
    static SortedMap<String, String> of(String hocon) {
        ConfigParseOptions alone = ConfigParseOptions.defaults().setIncluder(new NoIncluder());
        SortedMap<String, String> settings = new TreeMap<>();
        try {
            Config config = ConfigFactory.parseString(hocon, alone);
            if (!config.isResolved()) {
                throw new IllegalArgumentException("it is not resolved");
            }
            config.entrySet()
                    .forEach(entry -> settings.put(
                            String.join(".", ConfigUtil.splitPath(entry.getKey())), text(entry.getValue())));
            return settings;
        } catch (ConfigException wrong) {
            throw new IllegalArgumentException("it is no HOCON: " + wrong.getMessage(), wrong);
        }
    }

    private static String text(ConfigValue value) {
        return value.unwrapped() instanceof String plain ? plain : value.render(CONCISE);
    }
}
