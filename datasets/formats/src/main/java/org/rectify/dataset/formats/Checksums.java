package org.rectify.dataset.formats;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.rectify.api.error.DataException;

/** SHA-256 sums, as 64 hexadecimal digits in lower case. */
public final class Checksums {

    private Checksums() {}

    /** The sum of bytes. */
    public static String sha256(byte[]... parts) {
        MessageDigest digest = newSha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The sum of a text in UTF-8. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The sum of the uncompressed file that holds an array: the same however the file was compressed. */
    public static String sha256(IdxArray array) {
        return sha256(IdxWriter.header(array), array.values());
    }

    /**
     * Refuses files whose content is not the official one.
     *
     * @param dataset its name in messages
     * @param files as they were found
     * @param found the sum of the uncompressed content of each
     * @param official what each must be
     * @throws DataException that lists all files that differ; it offers the option {@code verify-checksums}
     */
    public static void requireOfficial(String dataset, List<Path> files, List<String> found, List<String> official) {
        StringBuilder wrong = new StringBuilder();
        for (int i = 0; i < files.size(); i++) {
            if (!official.get(i).equals(found.get(i))) {
                wrong.append("\n  ").append(files.get(i));
                wrong.append("\n    SHA-256, uncompressed: ").append(found.get(i));
                wrong.append("\n    official:              ").append(official.get(i));
            }
        }
        if (!wrong.isEmpty()) {
            throw new DataException(dataset + ": the content of these files is not the official one:" + wrong
                    + "\nGet them anew, or use them as they are with verify-checksums = false.");
        }
    }

    /** A sum under way, for content that is read piece by piece. */
    public static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
