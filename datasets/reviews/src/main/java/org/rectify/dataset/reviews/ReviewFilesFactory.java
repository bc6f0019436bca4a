package org.rectify.dataset.reviews;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.error.DataException;
import org.rectify.dataset.reviews.corpus.Review;
import org.rectify.dataset.reviews.corpus.ReviewSplits;
import org.rectify.dataset.reviews.corpus.Terms;
import org.rectify.dataset.reviews.corpus.TextAnalysis;
import org.rectify.dataset.reviews.corpus.Vocabulary;
import org.rectify.dataset.reviews.format.BlitzerFormat;
import org.rectify.dataset.reviews.format.JsonLinesFormat;
import org.rectify.dataset.reviews.format.LibSvmFormat;
import org.rectify.dataset.reviews.format.ReviewFiles;
import org.rectify.dataset.reviews.format.ReviewFormat;
import org.rectify.dataset.reviews.format.StarScale;
import org.rectify.dataset.reviews.format.TsvFormat;

/** Reviews from any files of one of five formats (item 56, section 11.4). */
final class ReviewFilesFactory implements DatasetFactory<ReviewFilesOptions> {

    private static final String VECTORS = ".vec";
    private static final String LABELS = ".lab";

    @Override
    public String name() {
        return "review-files";
    }

    @Override
    public String summary() {
        return "Any reviews with stars as bags of words: tab-separated, JSON lines, LibSVM or Blitzer's lines.";
    }

    @Override
    public String source() {
        return "item 56";
    }

    @Override
    public Class<ReviewFilesOptions> options() {
        return ReviewFilesOptions.class;
    }

    /**
     * Reads all files.
     *
     * @throws DataException when one is missing or damaged
     * @throws InvalidOptionException when the splits ask for more reviews than there are
     */
    @Override
    public Dataset create(ReviewFilesOptions options, ComponentContext context) {
        Terms terms = new Terms();
        ReviewFiles files = new ReviewFiles();
        StarScale scale = options.labels().on(options.lowestStars(), options.highestStars());
        Reading reading = new Reading(options, context.experimentDirectory(), scale, terms, files);
        Pool pool = new Pool(options.validationShare(), options.testShare(), options.labelled(), options.splitSeed());
        List<Review> train = reading.reviews("train", options.train());
        List<Review> test = reading.reviews("test", options.test());
        List<Review> unlabelled = reading.unlabelled(options.unlabelled());
        ReviewSplits splits = options.test().isEmpty()
                ? pool.split(joined(train, unlabelled))
                : pool.split(Pool.labelled(train), Pool.labelled(test), joined(Pool.unlabelled(train), unlabelled));
        Vocabulary vocabulary = Vocabulary.mostFrequent(terms, splits.training(), options.terms());
        String source = "review files "
                + String.join(", ", files.checksums().keySet().stream().sorted().toList());
        return splits.dataset("review-files", source, files.checksums(), vocabulary);
    }

    private static List<Review> joined(List<Review> first, List<Review> second) {
        List<Review> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }

    /** The files of one data set, all read alike. */
    private record Reading(ReviewFilesOptions options, Path folder, StarScale scale, Terms terms, ReviewFiles files) {

        List<Review> reviews(String option, List<String> paths) {
            List<Review> reviews = new ArrayList<>();
            for (String path : paths) {
                Path file = path(option, path);
                reviews.addAll(
                        options.format() == ReviewFilesOptions.FileFormat.VEC_LAB
                                ? files.read(file, labels(option, path), vectors(), scale)
                                : files.read(file, format()));
            }
            return reviews;
        }

        List<Review> unlabelled(List<String> paths) {
            ReviewFormat format = options.format() == ReviewFilesOptions.FileFormat.VEC_LAB
                    ? vectors().vectors()
                    : format();
            List<Review> reviews = new ArrayList<>();
            for (String path : paths) {
                files.read(path("unlabelled", path), format).stream()
                        .map(Review::unlabelled)
                        .forEach(reviews::add);
            }
            return reviews;
        }

        private ReviewFormat format() {
            return switch (options.format()) {
                case TSV ->
                    new TsvFormat(
                            new TsvFormat.Columns(
                                    options.starsColumn(), options.textColumn(), 0, Set.of(), options.header()),
                            scale,
                            new TextAnalysis(terms));
                case JSON_LINES ->
                    new JsonLinesFormat(options.starsKey(), options.textKey(), scale, new TextAnalysis(terms));
                case BLITZER -> new BlitzerFormat(scale, terms);
                case LIBSVM, VEC_LAB -> vectors();
            };
        }

        private LibSvmFormat vectors() {
            return new LibSvmFormat(scale, terms, List.of());
        }

        private Path labels(String option, String path) {
            if (!path.endsWith(VECTORS)) {
                throw new InvalidOptionException(option, "\"" + path + "\"", "paths that end with " + VECTORS);
            }
            return path(option, path.substring(0, path.length() - VECTORS.length()) + LABELS);
        }

        private Path path(String option, String path) {
            try {
                return folder.resolve(path);
            } catch (InvalidPathException e) {
                throw new InvalidOptionException(option, "\"" + path + "\"", "files' paths");
            }
        }
    }
}
