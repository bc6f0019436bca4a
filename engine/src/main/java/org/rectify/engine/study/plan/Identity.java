package org.rectify.engine.study.plan;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.Kind;
import org.rectify.engine.config.ResolvedExperiment;

/** What tells a trial from all others: its experiment, its data, and the plugins it uses. */
final class Identity {

    private Identity() {}

    /** SHA-256 in hexadecimal. Name, threads and listeners of the experiment change no result and are left out. */
    static String of(ResolvedExperiment experiment, DatasetInfo data, ComponentRegistry registry) {
        Config config = ConfigFactory.parseString(experiment.text())
                .withoutPath("experiment.name")
                .withoutPath("engine.threads")
                .withoutPath("listeners");
        Set<String> types = new TreeSet<>();
        collectTypes(config.root(), types);
        Set<String> plugins = new TreeSet<>();
        for (String type : types) {
            for (Kind<?, ?> kind : Kind.ALL) {
                registry.find(kind, type)
                        .ifPresent(found -> plugins.add(
                                found.plugin().id() + " " + found.plugin().sha256()));
            }
        }
        String text = config.root().render(ConfigRenderOptions.concise())
                + "\n" + data.name() + "\n" + data.source() + "\n" + new TreeMap<>(data.checksums())
                + "\n" + plugins;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
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
