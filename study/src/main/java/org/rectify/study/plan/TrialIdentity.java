package org.rectify.study.plan;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.config.ResolvedExperiment;

/** What tells a trial from all others: its experiment, its data, and the plugins it uses. */
final class TrialIdentity {

    private TrialIdentity() {}

    /** SHA-256 in hexadecimal. Name, threads and listeners of the experiment change no result and are left out. */
    static String of(ResolvedExperiment experiment, DatasetInfo data, ComponentRegistry registry) {
        Config config = ConfigFactory.parseString(experiment.text())
                .withoutPath("experiment.name")
                .withoutPath("engine.threads")
                .withoutPath("listeners");
        List<String> plugins = UsedPlugins.of(config, registry).stream()
                .map(plugin -> plugin.id() + " " + plugin.sha256())
                .toList();
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
}
