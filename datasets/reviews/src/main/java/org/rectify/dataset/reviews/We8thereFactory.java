package org.rectify.dataset.reviews;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.DataFiles;
import org.rectify.dataset.reviews.corpus.Review;
import org.rectify.dataset.reviews.corpus.ReviewSplits;
import org.rectify.dataset.reviews.corpus.Terms;
import org.rectify.dataset.reviews.corpus.Vocabulary;
import org.rectify.dataset.reviews.format.LibSvmFormat;
import org.rectify.dataset.reviews.format.Lines;
import org.rectify.dataset.reviews.format.ReviewFiles;

/** 6,166 restaurant reviews with 1 to 5 stars as bags of 2,640 pairs of stemmed words (item 57). */
final class We8thereFactory implements DatasetFactory<We8thereOptions> {

    private static final String SOURCE =
            "restaurant reviews of we8there.com, collected by Mauá and Cozman, counted by Taddy (R package textir)";

    private static final String REMEDY = """
            The first holds the overall stars and index:count pairs of each review (LibSVM), the second the term of each index, from
            1. Both can be written from the data we8there of the R package textir.
            The option --data DIR or the variable RECTIFY_DATA names another data directory.""";

    @Override
    public String name() {
        return "we8there";
    }

    @Override
    public String summary() {
        return "Restaurant reviews with 1 to 5 stars as bags of pairs of words: 6,166 in all.";
    }

    @Override
    public String source() {
        return "items 56 and 57";
    }

    @Override
    public Class<We8thereOptions> options() {
        return We8thereOptions.class;
    }

    @Override
    public String filesByHand() {
        return "Put we8there.libsvm (overall stars and index:count pairs) and we8there-terms.txt (the term of each index, from 1)"
                + " into the folder we8there of the data directory; both can be written from the R package textir.";
    }

    /**
     * Reads both files.
     *
     * @throws DataException when one is missing or damaged
     */
    @Override
    public Dataset create(We8thereOptions options, ComponentContext context) {
        List<Path> found = DataFiles.find(
                "we8there",
                context.dataDirectory().resolve("we8there"),
                List.of("we8there.libsvm", "we8there-terms.txt"),
                REMEDY);
        Terms terms = new Terms();
        ReviewFiles files = new ReviewFiles();
        List<String> names = names(found.get(1), files);
        LibSvmFormat format = new LibSvmFormat(options.labels().on(1, 5), terms, names);
        List<Review> reviews = files.read(found.get(0), format);
        Pool pool = new Pool(options.validationShare(), options.testShare(), options.labelled(), options.splitSeed());
        ReviewSplits splits = pool.split(reviews);
        Vocabulary vocabulary = Vocabulary.mostFrequent(terms, splits.training(), options.terms());
        return splits.dataset("we8there", SOURCE, files.checksums(), vocabulary);
    }

    private static List<String> names(Path file, ReviewFiles files) {
        List<String> names = new ArrayList<>();
        try (Lines lines = Lines.open(file)) {
            for (@Nullable String line = lines.next(); line != null; line = lines.next()) {
                if (line.isBlank()) {
                    throw lines.place().wrong("a term is missing");
                }
                names.add(line);
            }
            files.note(file.toString(), lines.sha256());
        }
        return names;
    }
}
