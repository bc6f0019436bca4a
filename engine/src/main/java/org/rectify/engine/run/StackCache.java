package org.rectify.engine.run;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.engine.checkpoint.Checkpoint;
import org.rectify.engine.checkpoint.CheckpointFile;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.record.Build;

/** Pre-trained stacks, each under the hash of everything it depends on. */
final class StackCache {

    private static final List<String> PARTS =
            List.of("experiment.seed", "dataset", "network", "pretraining", "engine.backend");

    private final Path folder;

    /**
     * @param folder for the stacks; made when there is one to keep
     */
    StackCache(Path folder) {
        this.folder = folder;
    }

    /** Whether there is anything to be pre-trained. */
    static boolean appliesTo(ResolvedExperiment experiment) {
        return !ConfigFactory.parseString(experiment.text())
                .getString("pretraining.type")
                .equals("none");
    }

    /** Where the stack of an experiment on some data lies, or would. */
    Path file(ResolvedExperiment experiment, DatasetInfo data, List<PluginIdentity> plugins) {
        StringBuilder text = new StringBuilder();
        Build build = Build.current();
        text.append(build.version()).append(build.revision()).append(build.modified());
        Config config = ConfigFactory.parseString(experiment.text());
        for (String part : PARTS) {
            text.append('\n').append(part).append(' ');
            text.append(config.getValue(part).render(ConfigRenderOptions.concise()));
        }
        text.append('\n').append(data.name()).append(data.source()).append(new TreeMap<>(data.checksums()));
        plugins.stream()
                .map(plugin -> "\n" + plugin.id() + " " + plugin.sha256())
                .sorted()
                .forEach(text::append);
        return folder.resolve(sha256(text.toString()) + ".safetensors");
    }

    /** The stack in a file; empty where there is none. */
    Optional<Checkpoint> read(Path file) {
        return Files.isRegularFile(file) ? Optional.of(CheckpointFile.read(file)) : Optional.empty();
    }

    /** Keeps a stack, whole or not at all. */
    void write(Path file, Checkpoint stack) {
        try {
            Files.createDirectories(folder);
            CheckpointFile.write(file, stack);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the pre-trained stack " + file, e);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
