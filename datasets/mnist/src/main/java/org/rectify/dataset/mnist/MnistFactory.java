package org.rectify.dataset.mnist;

import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.error.DataException;

/**
 * MNIST from the four official files, each plain or gzipped, in the folder {@code mnist} below the data directory.
 *
 * <p>The first 50,000 examples of the training file are for training, its last 10,000 for validation (items 48 and 49).
 */
final class MnistFactory extends OfficialDigitsFactory<MnistOptions> {

    private static final int VALIDATION_SIZE = 10_000;

    @Override
    public String name() {
        return "mnist";
    }

    @Override
    public String summary() {
        return "Handwritten digits, 28 x 28, 10 classes: 50,000 / 10,000 / 10,000 examples from the official files.";
    }

    @Override
    public String source() {
        return "section 4.1, items 48 and 49";
    }

    @Override
    public Class<MnistOptions> options() {
        return MnistOptions.class;
    }

    /**
     * Reads the four files.
     *
     * @throws DataException when one is missing, damaged, or not MNIST's
     */
    @Override
    public Dataset create(MnistOptions options, ComponentContext context) {
        OfficialFiles files = OfficialFiles.read(context.dataDirectory(), options.verifyChecksums());
        return new MnistDigits(files.training(), files.test(), VALIDATION_SIZE, files.checksums())
                .dataset(name(), OfficialFiles.SOURCE, options.trainSize());
    }
}
