package org.rectify.dataset.reviews.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rectify.api.error.DataException;
import org.rectify.dataset.reviews.corpus.Review;

/** Reads files line by line and keeps their checksums. */
public final class ReviewFiles {

    private final Map<String, String> checksums = new TreeMap<>();

    /**
     * Reads all reviews of a file.
     *
     * @throws DataException when it is missing or damaged, naming file and line
     */
    public List<Review> read(Path file, ReviewFormat format) {
        try (Lines lines = Lines.open(file)) {
            List<Review> reviews = readAll(lines, format);
            checksums.put(file.toString(), lines.sha256());
            return reviews;
        }
    }

    /** Reads all reviews of several files, one file after another. */
    public List<Review> read(List<Path> files, ReviewFormat format) {
        List<Review> reviews = new ArrayList<>();
        files.forEach(file -> reviews.addAll(read(file, format)));
        return reviews;
    }

    /**
     * Reads vectors and their labels, which stand in two files line by line.
     *
     * @throws DataException when one of them is missing, damaged, or longer than the other
     */
    public List<Review> read(Path vectors, Path labels, LibSvmFormat format, StarScale scale) {
        try (Lines vectorLines = Lines.open(vectors);
                Lines labelLines = Lines.open(labels)) {
            List<Review> reviews = readPairs(vectorLines, labelLines, format, scale);
            checksums.put(vectors.toString(), vectorLines.sha256());
            checksums.put(labels.toString(), labelLines.sha256());
            return reviews;
        }
    }

    /** All reviews of some lines. */
    static List<Review> readAll(Lines lines, ReviewFormat format) {
        List<Review> reviews = new ArrayList<>();
        for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
            @Nullable Review review = format.read(line, lines.place());
            if (review != null) {
                reviews.add(review);
            }
        }
        return reviews;
    }

    /** All reviews of vectors and labels line by line. */
    static List<Review> readPairs(Lines vectors, Lines labels, LibSvmFormat format, StarScale scale) {
        List<Review> reviews = new ArrayList<>();
        @Nullable String vector = vectors.next();
        @Nullable String label = labels.next();
        while (vector != null && label != null) {
            Review review = format.vector(vector, vectors.place());
            reviews.add(new Review(review.document(), scale.label(label.strip(), labels.place())));
            vector = vectors.next();
            label = labels.next();
        }
        if (vector != null) {
            throw labels.place()
                    .wrong("no label for the vector in line " + vectors.place().line() + " of "
                            + vectors.place().file());
        }
        if (label != null) {
            throw vectors.place()
                    .wrong("no vector for the label in line " + labels.place().line() + " of "
                            + labels.place().file());
        }
        return reviews;
    }

    /** Notes the checksum of something read otherwise. */
    public void note(String path, String sha256) {
        checksums.put(path, sha256);
    }

    /** SHA-256 of the uncompressed content of each file read, by its path. */
    public Map<String, String> checksums() {
        return Map.copyOf(checksums);
    }
}
