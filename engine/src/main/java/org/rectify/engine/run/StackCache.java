package org.rectify.engine.run;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
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

    private static final long MILLISECONDS_BETWEEN_ATTEMPTS = 100;

    private final Path folder;

    /**
     * @param folder for the stacks; made when there is one to keep
     */
    StackCache(Path folder) {
        this.folder = folder;
    }

    /** The stacks that runs of an output folder share, where a listing does not show them. */
    static StackCache in(Path output) {
        return new StackCache(output.resolve(".pretrained"));
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
        // The network's penalty belongs to fine-tuning: pre-training methods have their own.
        Config config = ConfigFactory.parseString(experiment.text()).withoutPath("network.penalty");
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

    /**
     * Waits until nobody else computes a stack; whoever waited finds it kept. The system takes the lock back from a
     * process that dies.
     *
     * @return to be closed when the stack is kept
     */
    Lock lock(Path file) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            while (!locked(channel)) {
                Thread.sleep(MILLISECONDS_BETWEEN_ATTEMPTS);
            }
            return new Lock(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock the pre-trained stack " + file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while another run pre-trained");
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    /** Holds others off until it is closed. */
    record Lock(FileChannel channel) implements AutoCloseable {

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
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
