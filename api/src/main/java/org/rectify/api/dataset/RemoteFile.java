package org.rectify.api.dataset;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file of a data set that its official addresses offer, and by what it is known to be that file.
 *
 * <p>A data set never downloads: whoever asks for its files fetches what it lists.
 *
 * @param name of the file, or of the archive, in the data set's folder
 * @param addresses where it is to be had, the official one first, then mirrors; http or https
 * @param bytes its exact size, or 0 where it is not known
 * @param sha256 of the file as it is downloaded, 64 lower-case hexadecimal digits; empty where nobody published one
 * @param unpacked whether it is an archive ({@code .zip}, {@code .tar}, {@code .tar.gz}, {@code .tgz}) whose files the data
 *     set reads from its folder
 * @since 0.1
 */
public record RemoteFile(String name, List<URI> addresses, long bytes, String sha256, boolean unpacked) {

    private static final Pattern SHA256 = Pattern.compile("([0-9a-f]{64})?");

    /** Refuses names with folders, no address at all, negative sizes and what is no SHA-256. */
    public RemoteFile {
        addresses = List.copyOf(addresses);
        if (name.isEmpty() || name.startsWith(".") || name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("'" + name + "' is no name of a file");
        }
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException(name + " has no address");
        }
        if (bytes < 0) {
            throw new IllegalArgumentException(name + " of " + bytes + " bytes");
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException(name + ": '" + sha256 + "' is not a SHA-256 in lower-case hexadecimal");
        }
    }
}
