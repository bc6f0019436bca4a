package org.rectify.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.OptionalLong;
import org.rectify.api.dataset.RemoteFile;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;

/** Downloads one file into a partial file, and goes on where an earlier attempt ended. */
final class Download {

    private static final int MOST_ATTEMPTS = 4;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int OK = 200;
    private static final int PARTIAL_CONTENT = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final HttpClient client;
    private final FetchLimits limits;
    private final FetchListener listener;
    private final RemoteFile file;
    private final Path part;

    Download(HttpClient client, FetchLimits limits, FetchListener listener, RemoteFile file, Path part) {
        this.client = client;
        this.limits = limits;
        this.listener = listener;
        this.file = file;
        this.part = part;
    }

    /** In which way a file is not the published one; empty where it is, as far as that can be told. */
    static String fault(RemoteFile file, Path content) throws IOException {
        long size = Files.size(content);
        if (file.bytes() > 0 && size != file.bytes()) {
            return "it has " + size + " bytes, not " + file.bytes();
        }
        String sum = file.sha256().isEmpty() ? "" : Sha256.of(content);
        return sum.equals(file.sha256()) ? "" : "its SHA-256 is " + sum + ", not " + file.sha256();
    }

    /**
     * Leaves the whole, verified file in the partial one. An attempt is repeated, a few times, as long as it changes what is
     * there: it went on, or it has to begin anew.
     *
     * @throws IOException when this address does not give the file; what came stays if it can be gone on from
     */
    void from(URI address) throws IOException {
        for (int attempt = 1; ; attempt++) {
            long kept = kept();
            try {
                if (kept == 0 || kept != file.bytes()) {
                    transfer(address, kept);
                }
                verify();
                return;
            } catch (IOException e) {
                if (attempt == MOST_ATTEMPTS || size() == kept) {
                    dropUnlessResumable();
                    throw e;
                }
            }
        }
    }

    /** How many bytes of an earlier attempt can be gone on from; removes what cannot. */
    private long kept() throws IOException {
        dropUnlessResumable();
        if (file.bytes() > 0 && size() > file.bytes()) {
            Files.delete(part);
        }
        return size();
    }

    /** Without a checksum nobody would notice that two attempts were sent parts of different files. */
    private void dropUnlessResumable() throws IOException {
        if (file.sha256().isEmpty()) {
            Files.deleteIfExists(part);
        }
    }

    private long size() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private void verify() throws IOException {
        String fault = fault(file, part);
        if (!fault.isEmpty()) {
            Files.delete(part);
            throw new TransferException("not the published file: " + fault);
        }
    }

    private void transfer(URI address, long kept) throws IOException {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new TransferException("neither http nor https");
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(limits.silence()).header("User-Agent", "rectify");
        if (kept > 0) {
            request.header("Range", "bytes=" + kept + "-");
        }
        HttpResponse<InputStream> response = send(request.build());
        try (InputStream body = response.body()) {
            long offset = offset(response, kept);
            requireFittingLength(response.headers().firstValueAsLong("Content-Length"), offset);
            listener.started(file, address, offset);
            write(body, offset);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RectifyException(Category.USER, "fetching " + file.name() + " was interrupted", e);
        }
    }

    /** Where in the file the content of an answer begins. */
    private long offset(HttpResponse<?> response, long kept) throws IOException {
        int status = response.statusCode();
        if (status == OK) {
            return 0;
        }
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (status == PARTIAL_CONTENT && kept > 0 && range.startsWith("bytes " + kept + "-")) {
            return kept;
        }
        if (status == RANGE_NOT_SATISFIABLE || status == PARTIAL_CONTENT) {
            Files.deleteIfExists(part);
            throw new TransferException("it does not go on from byte " + kept);
        }
        String location = response.headers().firstValue("Location").orElse("");
        throw new TransferException(
                "HTTP status " + status + (location.isEmpty() ? "" : ", a redirection to " + location));
    }

    private void requireFittingLength(OptionalLong announced, long offset) throws IOException {
        if (announced.isEmpty()) {
            return;
        }
        long size = offset + announced.getAsLong();
        if (file.bytes() > 0 && size != file.bytes()) {
            throw new TransferException("it offers " + size + " bytes, and the file has " + file.bytes());
        }
        requireWithinLimit(size);
    }

    private void requireWithinLimit(long size) throws IOException {
        if (size > limit()) {
            Files.deleteIfExists(part);
            throw new TransferException("it sends more than " + limit() + " bytes: too large");
        }
    }

    private long limit() {
        return file.bytes() > 0 ? file.bytes() : limits.fileBytes();
    }

    private void write(InputStream body, long offset) throws IOException {
        long size = offset;
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                Patience patience = new Patience(body, limits.silence())) {
            channel.truncate(offset).position(offset);
            OutputStream output = Channels.newOutputStream(channel);
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = patience.read(buffer); read >= 0; read = patience.read(buffer)) {
                size += read;
                requireWithinLimit(size);
                output.write(buffer, 0, read);
                listener.progressed(file, size);
            }
        }
        if (size < file.bytes()) {
            throw new TransferException("it ended after " + size + " of " + file.bytes() + " bytes");
        }
    }
}
