package org.rectify.dataset.reviews.synthetic;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.reviews.corpus.ReviewDataset;

/**
 * Generated reviews of 1 to 5 stars, in the sizes of the paper's (item 57).
 *
 * <p>Review i of a split is a function of the master seed, the split and i: neither sizes nor order change it.
 */
public final class SyntheticReviewsFactory implements DatasetFactory<SyntheticReviewsOptions> {

    /** Names the reviews: to be raised when a change of the generator changes them. */
    private static final String GENERATOR = "reviews with opinions on aspects, version 1";

    @Override
    public String name() {
        return "synthetic-reviews";
    }

    @Override
    public String summary() {
        return "Generated reviews with 1 to 5 stars as bags of 5,000 words, for machines without data.";
    }

    @Override
    public String source() {
        return "item 57";
    }

    @Override
    public Class<SyntheticReviewsOptions> options() {
        return SyntheticReviewsOptions.class;
    }

    /** Draws all reviews. */
    @Override
    public Dataset create(SyntheticReviewsOptions options, ComponentContext context) {
        RandomStreams streams = context.random().within("synthetic-reviews");
        ReviewGenerator generator = new ReviewGenerator(options.terms());
        Split train = split(options.labelled(), options.terms(), generator, streams, "train");
        CompressedRows unlabelled =
                (CompressedRows) split(options.unlabelled(), options.terms(), generator, streams, "unlabelled")
                        .features();
        double density = ReviewDataset.density((CompressedRows) train.features(), unlabelled);
        return new ReviewDataset(
                info(options, streams, density),
                train,
                split(options.validationSize(), options.terms(), generator, streams, "validation"),
                split(options.testSize(), options.terms(), generator, streams, "test"),
                unlabelled,
                generator.names());
    }

    private static Split split(int size, int terms, ReviewGenerator generator, RandomStreams streams, String name) {
        int[] offsets = new int[size + 1];
        int[] indices = new int[Math.max(16, 32 * size)];
        byte[] labels = new byte[size];
        BitSet review = new BitSet(terms);
        for (int row = 0; row < size; row++) {
            labels[row] = (byte) generator.draw(streams.stream(name, row), review);
            int end = offsets[row] + review.cardinality();
            if (end > indices.length) {
                indices = Arrays.copyOf(indices, Math.max(end, 2 * indices.length));
            }
            int entry = offsets[row];
            for (int column = review.nextSetBit(0); column >= 0; column = review.nextSetBit(column + 1)) {
                indices[entry++] = column;
            }
            offsets[row + 1] = end;
        }
        CompressedRows rows = new CompressedRows(terms, offsets, Arrays.copyOf(indices, offsets[size]), null);
        return LabelledSplit.of(rows, labels, 0);
    }

    private static DatasetInfo info(SyntheticReviewsOptions options, RandomStreams streams, double density) {
        String parameters = GENERATOR + ", seed " + streams.seed() + ", streams " + streams.scope() + ", " + options;
        return new DatasetInfo(
                "synthetic-reviews",
                List.of(options.terms()),
                OutputRange.UNIT_INTERVAL,
                IntStream.rangeClosed(1, ReviewGenerator.STARS)
                        .mapToObj(String::valueOf)
                        .toList(),
                IntStream.rangeClosed(1, ReviewGenerator.STARS)
                        .mapToObj(Double::valueOf)
                        .toList(),
                "generated: " + parameters
                        + String.format(Locale.ROOT, "; density of the training reviews %.3f %%", 100 * density),
                Map.of("parameters", Checksums.sha256(parameters)));
    }
}
