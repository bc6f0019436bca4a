package org.rectify.dataset.mnist;

import java.util.stream.IntStream;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.error.DataException;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.formats.LabelledIdx;

/**
 * All 70,000 digits of MNIST split anew at random, for few training and many test examples.
 *
 * <p>The order is that of the option {@code split-seed}, not of the experiment's seed, so that runs of several seeds are
 * tested on the same examples and can be paired.
 */
final class MnistPoolFactory extends OfficialDigitsFactory<MnistPoolOptions> {

    @Override
    public String name() {
        return "mnist-pool";
    }

    @Override
    public String summary() {
        return "All 70,000 digits of MNIST, split anew: 10,000 / 2,000 / 50,000 examples, or what you ask for.";
    }

    @Override
    public String source() {
        return "section 4.1, item 49; the reduced protocol of section 12.3";
    }

    @Override
    public Class<MnistPoolOptions> options() {
        return MnistPoolOptions.class;
    }

    /**
     * Reads the four files of {@code mnist}.
     *
     * @throws DataException when one is missing, damaged, or not MNIST's
     */
    @Override
    public Dataset create(MnistPoolOptions options, ComponentContext context) {
        OfficialFiles files = OfficialFiles.read(context.dataDirectory(), options.verifyChecksums());
        LabelledIdx pool = files.training().followedBy(files.test());
        int[] order = IntStream.range(0, pool.size()).toArray();
        new RandomStreams(options.splitSeed()).stream("mnist-pool/split").shuffle(order);
        int learning = options.trainSize() + options.validationSize();
        LabelledIdx training = pool.select(order, 0, learning);
        LabelledIdx test = pool.select(order, learning, options.testSize());
        return new MnistDigits(training, test, options.validationSize(), files.checksums())
                .dataset(name(), OfficialFiles.SOURCE, options.trainSize());
    }
}
