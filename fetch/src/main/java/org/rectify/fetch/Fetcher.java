package org.rectify.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.RemoteFile;
import org.rectify.api.error.Category;
import org.rectify.api.error.DataException;
import org.rectify.api.error.RectifyException;

/**
 * Fetches the files of data sets into their folders.
 *
 * <p>Addresses are tried in their order. A file takes its name only when it has the published size and SHA-256; until then it
 * is {@code NAME.part}, from where a later attempt goes on. An archive is unpacked beside its place and moved there as a whole;
 * {@code NAME.unpacked} then lists its files, and the archive is gone.
 */
public final class Fetcher {

    private static final Duration TO_CONNECT = Duration.ofSeconds(20);
    private static final String LOCK = ".fetching";

    private final Path dataDirectory;
    private final List<URI> mirrors;
    private final FetchLimits limits;
    private final FetchListener listener;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(TO_CONNECT)
            .build();

    /**
     * @param dataDirectory made when needed
     * @param mirrors addresses of folders that hold the files under their names, asked instead of the published addresses;
     *     none to ask those
     */
    public Fetcher(Path dataDirectory, List<URI> mirrors, FetchLimits limits, FetchListener listener) {
        this.dataDirectory = dataDirectory;
        this.mirrors = List.copyOf(mirrors);
        this.limits = limits;
        this.listener = listener;
    }

    /**
     * Fetches every file of a data set that is not there yet; goes on with the next where one cannot be had.
     *
     * @throws DataException that lists each file that cannot be had, with each address and what was wrong with it
     * @throws RectifyException of category {@code USER} when the folder cannot be written to
     */
    public void fetch(DatasetFactory<?> dataset) {
        Path folder = dataDirectory.resolve(dataset.folder());
        List<RemoteFile> files = dataset.remoteFiles();
        List<String> failures = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            try (FileChannel lock = FileChannel.open(
                    folder.resolve(LOCK),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE)) {
                requireLock(lock, folder);
                for (RemoteFile file : files) {
                    try {
                        fetch(file, folder);
                    } catch (FetchException e) {
                        failures.add(
                                "\n  " + file.name() + "\n    " + e.getMessage().replace("\n", "\n    "));
                    }
                }
            }
        } catch (IOException e) {
            throw new RectifyException(Category.USER, "cannot write to " + folder + ": " + e, e);
        }
        if (!failures.isEmpty()) {
            String byHand = dataset.filesByHand();
            throw new DataException(dataset.name() + ": " + failures.size() + " of " + files.size()
                    + (files.size() == 1 ? " file is" : " files are") + " not fetched into " + folder + ":"
                    + String.join("", failures) + (byHand.isEmpty() ? "" : "\n" + byHand));
        }
    }

    private static void requireLock(FileChannel channel, Path folder) throws IOException {
        String busy = "another process fetches into " + folder + " now; wait until it has ended";
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new RectifyException(Category.USER, busy);
            }
        } catch (OverlappingFileLockException e) {
            throw new RectifyException(Category.USER, busy, e);
        }
    }

    private void fetch(RemoteFile file, Path folder) throws FetchException, IOException {
        if (isPresent(file, folder)) {
            listener.present(file, folder.resolve(file.name()));
            return;
        }
        Path part = folder.resolve(file.name() + ".part");
        Download download = new Download(client, limits, listener, file, part);
        List<String> reasons = new ArrayList<>();
        for (URI address : addresses(file)) {
            try {
                download.from(address);
                listener.fetched(file, settle(file, part, folder));
                return;
            } catch (IOException e) {
                String reason = Reasons.of(e);
                reasons.add(address + ": " + reason);
                listener.failed(file, address, reason);
            }
        }
        throw new FetchException(String.join("\n", reasons));
    }

    private List<URI> addresses(RemoteFile file) {
        return mirrors.isEmpty()
                ? file.addresses()
                : mirrors.stream().map(mirror -> below(mirror, file.name())).toList();
    }

    private static URI below(URI mirror, String name) {
        String folder = mirror.toString();
        try {
            String path = new URI(null, null, "/" + name, null).getRawPath();
            return URI.create((folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder) + path);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name + " makes no address", e);
        }
    }

    /** Whether the file, or what was unpacked from it, is there; a file that is not the published one is left alone. */
    private static boolean isPresent(RemoteFile file, Path folder) throws FetchException, IOException {
        if (file.unpacked()) {
            return new UnpackedFiles(folder, file.name()).arePresent();
        }
        Path place = folder.resolve(file.name());
        if (!Files.exists(place)) {
            return false;
        }
        String fault = Files.isRegularFile(place) ? Download.fault(file, place) : "it is not a file";
        if (!fault.isEmpty()) {
            throw new FetchException("lies there already, and is not the published file: " + fault
                    + "; move it away to have it fetched");
        }
        return true;
    }

    /** Puts a verified file in its place; an archive that cannot be unpacked is removed. */
    private Path settle(RemoteFile file, Path part, Path folder) throws IOException, FetchException {
        if (!file.unpacked()) {
            return Files.move(part, folder.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
        }
        UnpackedFiles unpacked = new UnpackedFiles(folder, file.name());
        try {
            unpacked.takeFrom(part, limits);
        } finally {
            Files.deleteIfExists(part);
        }
        return folder;
    }
}
