package org.rectify.dataset.reviews.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.reviews.corpus.Review;
import org.rectify.dataset.reviews.corpus.TextAnalysis;

/**
 * Folders of the Large Movie Review Dataset as it is published: one file for each review, whose name is its number and its
 * stars, as in {@code pos/127_9.txt}.
 */
public final class AclImdbFolder {

    private static final Pattern NAME = Pattern.compile("[0-9]+_([0-9]+)\\.txt");

    private final StarScale scale;
    private final TextAnalysis analysis;
    private final ReviewFiles files;

    /**
     * @param files takes in a checksum for each folder: of its files' names, lengths and contents
     */
    public AclImdbFolder(StarScale scale, TextAnalysis analysis, ReviewFiles files) {
        this.scale = scale;
        this.analysis = analysis;
        this.files = files;
    }

    /**
     * Reads the reviews of a folder, in the order of their files' names.
     *
     * @throws DataException when a file is damaged or oddly named, naming it
     */
    public List<Review> read(Path folder) {
        MessageDigest digest = Checksums.newSha256();
        List<Review> reviews = new ArrayList<>();
        for (Path file : textFiles(folder)) {
            reviews.add(read(file, digest));
        }
        files.note(folder.toString(), HexFormat.of().formatHex(digest.digest()));
        return reviews;
    }

    private static List<Path> textFiles(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataException(folder + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private Review read(Path file, MessageDigest digest) {
        String name = String.valueOf(file.getFileName());
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new DataException(file + ": the name is not a number, _, the stars and .txt");
        }
        byte[] content = content(file);
        digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(content);
        String text = text(file, content);
        if (text.isBlank()) {
            throw new DataException(file + ": the file holds no text");
        }
        return new Review(analysis.document(text), scale.label(matcher.group(1), new Place(file, 1)));
    }

    private static byte[] content(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(Lines.LONGEST_LINE + 1);
            if (content.length > Lines.LONGEST_LINE) {
                throw new DataException(file + ": the file is longer than " + Lines.LONGEST_LINE + " bytes");
            }
            return content;
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(Path file, byte[] content) {
        StringBuilder text = new StringBuilder();
        try (Lines lines = Lines.of(file, new ByteArrayInputStream(content))) {
            for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
                text.append(line).append('\n');
            }
        }
        return text.toString();
    }
}
