package org.rectify.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.rectify.api.dataset.RemoteFile;
import org.rectify.fetch.FetchListener;

/** Tells of each file what became of it; on a terminal, also how far it is, in one line. */
final class FetchProgress implements FetchListener {

    private static final long BETWEEN_DRAWINGS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final double MEGABYTE = 1e6;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean redraws;
    private long startTime;
    private long startBytes;
    private long drawn;

    /**
     * @param out for what was done
     * @param err for progress, and for what did not work
     */
    FetchProgress(PrintWriter out, PrintWriter err, Terminals terminals) {
        this.out = out;
        this.err = err;
        this.redraws = terminals.redraws();
    }

    @Override
    public void present(RemoteFile file, Path place) {
        String doubt = file.sha256().isEmpty() && !file.unpacked() ? ", no checksum is published" : "";
        say(out, file.name() + ": already there" + doubt);
    }

    @Override
    public void started(RemoteFile file, URI address, long kept) {
        startTime = System.nanoTime();
        startBytes = kept;
        drawn = startTime - BETWEEN_DRAWINGS;
        say(err, file.name() + ": from " + address + (kept == 0 ? "" : ", on from byte " + kept));
    }

    @Override
    public void progressed(RemoteFile file, long bytes) {
        long now = System.nanoTime();
        if (redraws && now - drawn >= BETWEEN_DRAWINGS) {
            drawn = now;
            err.print("\r\u001b[K" + line(file, bytes, (now - startTime) / 1e9));
            err.flush();
        }
    }

    private String line(RemoteFile file, long bytes, double seconds) {
        String share = file.bytes() == 0
                ? ""
                : String.format(
                        Locale.ROOT, " of %.1f MB  %3.0f %%", file.bytes() / MEGABYTE, 100.0 * bytes / file.bytes());
        String speed = seconds < 0.5
                ? ""
                : String.format(Locale.ROOT, "  %.1f MB/s", (bytes - startBytes) / MEGABYTE / seconds);
        return file.name() + "  " + String.format(Locale.ROOT, "%.1f", bytes / MEGABYTE)
                + (share.isEmpty() ? " MB" : share) + speed;
    }

    @Override
    public void failed(RemoteFile file, URI address, String reason) {
        say(err, file.name() + ": not from " + address + ": " + reason);
    }

    @Override
    public void fetched(RemoteFile file, Path place) {
        String checked = file.sha256().isEmpty() ? "no checksum is published" : "SHA-256 verified";
        say(out, file.name() + ": " + (file.unpacked() ? "unpacked into " : "in ") + place + ", " + checked);
    }

    private void say(PrintWriter writer, String line) {
        if (redraws) {
            err.print("\r\u001b[K");
            err.flush();
        }
        writer.println(line);
        writer.flush();
    }
}
