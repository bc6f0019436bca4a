package org.rectify.dataset.reviews;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.RemoteFile;
import org.rectify.api.error.DataException;
import org.rectify.dataset.reviews.corpus.DistinctReviews;
import org.rectify.dataset.reviews.corpus.Review;
import org.rectify.dataset.reviews.corpus.ReviewSplits;
import org.rectify.dataset.reviews.corpus.StratifiedDraw;
import org.rectify.dataset.reviews.corpus.Terms;
import org.rectify.dataset.reviews.corpus.TextAnalysis;
import org.rectify.dataset.reviews.corpus.Vocabulary;
import org.rectify.dataset.reviews.format.ReviewFiles;

/**
 * The Large Movie Review Dataset in the sizes of the paper's reviews: 10,000 with labels and 65,000 without for training,
 * 10,000 for the test (section 4.2, item 56).
 *
 * <p>Training reviews, labelled or not, are the training file and the reviews without stars; validation and test are drawn
 * from the test file, of which reviews whose words occur in the same bag elsewhere are left out.
 */
final class ReviewsFactory implements DatasetFactory<ReviewsOptions> {

    private static final String FOLDER = "imdb";

    private static final String SOURCE =
            "Large Movie Review Dataset (Maas et al. 2011), reviews of the Internet Movie Database; free for research, to be"
                    + " cited";

    private static final RemoteFile ARCHIVE = new RemoteFile(
            "aclImdb_v1.tar.gz",
            List.of(URI.create("https://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz")),
            84_125_825,
            "c40f74a18d3b61f90feba1e17730e0d38e8b97c05fde7008942e91923d1658fe",
            true);

    @Override
    public String name() {
        return "reviews";
    }

    @Override
    public String summary() {
        return "Movie reviews with stars as bags of 5,000 words: 10,000 labelled, 65,000 unlabelled, 10,000 test.";
    }

    @Override
    public String source() {
        return "section 4.2, items 48, 56 and 66";
    }

    @Override
    public Class<ReviewsOptions> options() {
        return ReviewsOptions.class;
    }

    @Override
    public String folder() {
        return FOLDER;
    }

    @Override
    public List<RemoteFile> remoteFiles() {
        return List.of(ARCHIVE);
    }

    @Override
    public String filesByHand() {
        return "Put the folder aclImdb of the archive, or files train.tsv, test.tsv and unsup.tsv (stars, class, number and text"
                + " between tabulators), into the folder imdb of the data directory.";
    }

    /**
     * Reads all reviews.
     *
     * @throws DataException when files are missing or damaged
     * @throws InvalidOptionException when the splits ask for more reviews than there are
     */
    @Override
    public Dataset create(ReviewsOptions options, ComponentContext context) {
        Terms terms = new Terms();
        ReviewFiles files = new ReviewFiles();
        ImdbReviews imdb = ImdbReviews.read(
                context.dataDirectory().resolve(FOLDER),
                options.labels().on(ImdbReviews.LOWEST_STARS, ImdbReviews.HIGHEST_STARS),
                new TextAnalysis(terms),
                files);
        if (options.verifySizes()) {
            imdb.requireOfficialSizes();
        }
        Vocabulary vocabulary = Vocabulary.mostFrequent(terms, imdb.training(), options.terms());
        return splits(options, imdb, vocabulary).dataset("reviews", SOURCE, files.checksums(), vocabulary);
    }

    private static ReviewSplits splits(ReviewsOptions options, ImdbReviews imdb, Vocabulary vocabulary) {
        List<Review> heldOut = new DistinctReviews(vocabulary, imdb.training()).unseen(imdb.test());
        Draws draws = Draws.of(options.splitSeed());
        StratifiedDraw test = draws.draw("test", heldOut, "test-size", options.testSize());
        StratifiedDraw validation = draws.draw("validation", test.rest(), "validation-size", options.validationSize());
        StratifiedDraw train = draws.draw("training", imdb.train(), "labelled", options.labelled());
        List<Review> unlabelled = new ArrayList<>(train.rest());
        unlabelled.addAll(imdb.unsupervised());
        return new ReviewSplits(train.chosen(), validation.chosen(), test.chosen(), unlabelled);
    }
}
