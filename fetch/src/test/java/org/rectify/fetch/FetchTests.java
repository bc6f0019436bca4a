package org.rectify.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.RemoteFile;

/** A data set to fetch, and what is told of it. */
final class FetchTests {

    static final FetchLimits LIMITS = new FetchLimits(Duration.ofSeconds(20), 1 << 20, 1 << 28, 100, 200);

    private FetchTests() {}

    /** A data set whose folder is named {@code letters}. */
    record Letters(List<RemoteFile> remoteFiles) implements DatasetFactory<NoOptions> {

        @Override
        public String name() {
            return "alphabet";
        }

        @Override
        public String folder() {
            return "letters";
        }

        @Override
        public String filesByHand() {
            return "Put your own into the folder letters.";
        }

        @Override
        public Class<NoOptions> options() {
            return NoOptions.class;
        }

        @Override
        public Dataset create(NoOptions options, ComponentContext context) {
            throw new UnsupportedOperationException();
        }
    }

    /** Keeps what it is told, but for progress. */
    static final class Told implements FetchListener {

        final List<String> lines = new ArrayList<>();
        long bytes;

        @Override
        public void present(RemoteFile file, Path place) {
            lines.add("present " + file.name());
        }

        @Override
        public void started(RemoteFile file, URI address, long kept) {
            lines.add("started " + file.name() + " at " + kept);
        }

        @Override
        public void progressed(RemoteFile file, long bytes) {
            this.bytes = bytes;
        }

        @Override
        public void failed(RemoteFile file, URI address, String reason) {
            lines.add("failed " + reason);
        }

        @Override
        public void fetched(RemoteFile file, Path place) {
            lines.add("fetched " + file.name());
        }
    }

    static RemoteFile file(String name, byte[] content, URI... addresses) {
        return new RemoteFile(name, List.of(addresses), content.length, sha256(content), false);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Bytes that do not repeat soon. */
    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 2654435761L >>> 24);
        }
        return bytes;
    }

    /** Everything below a folder, relative to it; folders end in a slash. */
    static List<String> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path) + (Files.isDirectory(path) ? "/" : ""))
                    .sorted()
                    .toList();
        }
    }
}
