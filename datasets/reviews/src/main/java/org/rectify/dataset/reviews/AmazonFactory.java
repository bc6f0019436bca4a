package org.rectify.dataset.reviews;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.RemoteFile;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.DataFiles;
import org.rectify.dataset.reviews.corpus.Review;
import org.rectify.dataset.reviews.corpus.ReviewSplits;
import org.rectify.dataset.reviews.corpus.Terms;
import org.rectify.dataset.reviews.corpus.TextAnalysis;
import org.rectify.dataset.reviews.corpus.Vocabulary;
import org.rectify.dataset.reviews.format.BlitzerFormat;
import org.rectify.dataset.reviews.format.ReviewFiles;
import org.rectify.dataset.reviews.format.StarScale;
import org.rectify.dataset.reviews.format.TsvFormat;

/**
 * Product reviews of four domains, 2,000 labelled ones each (item 73): either a file of texts, or the processed reviews as
 * they are published.
 */
final class AmazonFactory implements DatasetFactory<AmazonOptions> {

    private static final String FILE = "reviews.tsv";
    private static final String PUBLISHED = "processed_acl";

    private static final String SOURCE =
            "Multi-Domain Sentiment Dataset (Blitzer, Dredze and Pereira 2007), product reviews of Amazon; to be cited";

    private static final String REMEDY = """
            Either this file lies there, tabulators between domain, stars and text;
            or the folder processed_acl of the published archive, which this downloads and unpacks, in that folder:
              curl -fL https://www.cs.jhu.edu/~mdredze/datasets/sentiment/processed_acl.tar.gz | tar xz
            The option --data DIR or the variable RECTIFY_DATA names another data directory.""";

    @Override
    public String name() {
        return "amazon";
    }

    @Override
    public String summary() {
        return "Product reviews of four domains as bags of words, negative or positive: 2,000 of each domain.";
    }

    @Override
    public String source() {
        return "item 73";
    }

    @Override
    public Class<AmazonOptions> options() {
        return AmazonOptions.class;
    }

    @Override
    public List<RemoteFile> remoteFiles() {
        return List.of(new RemoteFile(
                PUBLISHED + ".tar.gz",
                List.of(URI.create("https://www.cs.jhu.edu/~mdredze/datasets/sentiment/processed_acl.tar.gz")),
                0,
                "",
                true));
    }

    @Override
    public String filesByHand() {
        return "Put the folder processed_acl of the archive, or a file reviews.tsv (domain, stars and text between"
                + " tabulators), into the folder amazon of the data directory.";
    }

    /**
     * Reads all reviews of a domain.
     *
     * @throws DataException when files are missing or damaged
     */
    @Override
    public Dataset create(AmazonOptions options, ComponentContext context) {
        Terms terms = new Terms();
        ReviewFiles files = new ReviewFiles();
        StarScale scale = options.labels().on(1, 5);
        Path folder = context.dataDirectory().resolve("amazon");
        Pool pool = new Pool(options.validationShare(), options.testShare(), options.labelled(), options.splitSeed());
        boolean published = Files.isDirectory(folder.resolve(PUBLISHED));
        List<Review> reviews = published
                ? published(folder.resolve(PUBLISHED), options, new BlitzerFormat(scale, terms), files)
                : texts(folder, options, scale, new TextAnalysis(terms), files);
        ReviewSplits splits = pool.split(reviews);
        Vocabulary vocabulary = Vocabulary.mostFrequent(terms, splits.training(), options.terms());
        String source = SOURCE + "; domain " + name(options.domain());
        return splits.dataset("amazon", source, files.checksums(), vocabulary);
    }

    private static List<Review> texts(
            Path folder, AmazonOptions options, StarScale scale, TextAnalysis analysis, ReviewFiles files) {
        Path file = DataFiles.find("amazon", folder, List.of(FILE), REMEDY).get(0);
        Set<String> domains = options.domain() == AmazonOptions.Domain.ALL ? Set.of() : Set.of(name(options.domain()));
        TsvFormat.Columns columns = new TsvFormat.Columns(2, 3, 1, domains, false);
        return files.read(file, new TsvFormat(columns, scale, analysis));
    }

    private static List<Review> published(Path folder, AmazonOptions options, BlitzerFormat format, ReviewFiles files) {
        List<Review> reviews = new ArrayList<>();
        for (AmazonOptions.Domain domain : AmazonOptions.Domain.values()) {
            boolean wanted = options.domain() == AmazonOptions.Domain.ALL || options.domain() == domain;
            if (wanted && domain != AmazonOptions.Domain.ALL) {
                Path domainFolder = folder.resolve(name(domain));
                for (String rated : List.of("negative.review", "positive.review")) {
                    reviews.addAll(files.read(domainFolder.resolve(rated), format));
                }
                // Labelled in truth, which a set meant to be unlabelled does not tell.
                files.read(domainFolder.resolve("unlabeled.review"), format).stream()
                        .map(Review::unlabelled)
                        .forEach(reviews::add);
            }
        }
        return reviews;
    }

    private static String name(AmazonOptions.Domain domain) {
        return domain.name().toLowerCase(Locale.ROOT);
    }
}
