package org.rectify.dataset.reviews;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.DataFiles;
import org.rectify.dataset.reviews.corpus.Review;
import org.rectify.dataset.reviews.corpus.TextAnalysis;
import org.rectify.dataset.reviews.format.AclImdbFolder;
import org.rectify.dataset.reviews.format.ReviewFiles;
import org.rectify.dataset.reviews.format.StarScale;
import org.rectify.dataset.reviews.format.TsvFormat;

/**
 * The three parts of the Large Movie Review Dataset.
 *
 * @param train with labels
 * @param test with labels
 * @param unsupervised without labels
 */
record ImdbReviews(List<Review> train, List<Review> test, List<Review> unsupervised) {

    static final double LOWEST_STARS = 1;
    static final double HIGHEST_STARS = 10;

    private static final List<String> FILES = List.of("train.tsv", "test.tsv", "unsup.tsv");
    private static final TsvFormat.Columns COLUMNS = new TsvFormat.Columns(1, 4, 0, Set.of(), false);

    private static final String REMEDY = """
            Either these files lie there, tabulators between stars (0: none), class, number and text;
            or the folder aclImdb of the published archive, which this downloads and unpacks (84 MB), in that folder:
              curl -fL https://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz | tar xz
            The option --data DIR or the variable RECTIFY_DATA names another data directory.
            The data set synthetic-reviews needs no files.""";

    /** Reads the published folder where it lies in a folder, and else the three files. */
    static ImdbReviews read(Path folder, StarScale scale, TextAnalysis analysis, ReviewFiles files) {
        Path published = folder.resolve("aclImdb");
        if (Files.isDirectory(published)) {
            return published(published, new AclImdbFolder(scale, analysis, files));
        }
        List<Path> found = DataFiles.find("reviews", folder, FILES, REMEDY);
        TsvFormat format = new TsvFormat(COLUMNS, scale, analysis);
        return new ImdbReviews(
                Pool.labelled(files.read(found.get(0), format)),
                Pool.labelled(files.read(found.get(1), format)),
                files.read(found.get(2), format));
    }

    private static ImdbReviews published(Path folder, AclImdbFolder reader) {
        return new ImdbReviews(
                rated(folder.resolve("train"), reader),
                rated(folder.resolve("test"), reader),
                reader.read(folder.resolve("train").resolve("unsup")));
    }

    private static List<Review> rated(Path folder, AclImdbFolder reader) {
        List<Review> reviews = new ArrayList<>();
        for (String polarity : List.of("neg", "pos")) {
            reviews.addAll(Pool.labelled(reader.read(folder.resolve(polarity))));
        }
        return reviews;
    }

    /** All reviews for training. */
    List<Review> training() {
        return Stream.of(train, unsupervised).flatMap(List::stream).toList();
    }

    /** Refuses a set that is not whole. */
    ImdbReviews requireOfficialSizes() {
        List<Integer> sizes =
                Stream.of(train, test, unsupervised).map(List::size).toList();
        if (!sizes.equals(List.of(25_000, 25_000, 50_000))) {
            throw new DataException("reviews: " + sizes.get(0) + " training reviews with stars, " + sizes.get(1)
                    + " test reviews with stars and " + sizes.get(2)
                    + " others, but the Large Movie Review Dataset has 25000, 25000 and 50000; get the files anew, or use"
                    + " them as they are with verify-sizes = false");
        }
        return this;
    }
}
