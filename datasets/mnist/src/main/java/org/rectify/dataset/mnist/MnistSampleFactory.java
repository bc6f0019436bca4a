package org.rectify.dataset.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.dataset.formats.IdxArray;
import org.rectify.dataset.formats.IdxReader;
import org.rectify.dataset.formats.LabelledIdx;

/**
 * A tenth of MNIST that needs no files: 5,000 training and 1,000 validation digits of the official training file, 1,000
 * test digits of the official test file, each class equally often.
 */
final class MnistSampleFactory implements DatasetFactory<MnistSampleOptions> {

    /** The folder of the files beside this class. */
    static final String FOLDER = "sample";

    static final int TRAIN_SIZE = 5_000;
    static final int VALIDATION_SIZE = 1_000;
    static final int TEST_SIZE = 1_000;

    private static final String SOURCE =
            "7,000 digits of the MNIST database (Y. LeCun, C. Cortes, C. J. C. Burges), made"
                    + " from NIST Special Databases 1 and 3; copyright Y. LeCun and C. Cortes, CC BY-SA 3.0; bundled";

    @Override
    public String name() {
        return "mnist-sample";
    }

    @Override
    public String summary() {
        return "A bundled sample of MNIST, for a first try without files: 5,000 / 1,000 / 1,000 examples.";
    }

    @Override
    public String source() {
        return "section 4.1, items 48 and 49";
    }

    @Override
    public Class<MnistSampleOptions> options() {
        return MnistSampleOptions.class;
    }

    @Override
    public Dataset create(MnistSampleOptions options, ComponentContext context) {
        LabelledIdx training = read(OfficialFile.TRAIN_IMAGES, OfficialFile.TRAIN_LABELS);
        LabelledIdx test = read(OfficialFile.TEST_IMAGES, OfficialFile.TEST_LABELS);
        return new MnistDigits(training, test, VALIDATION_SIZE, MnistDigits.checksums(training, test))
                .dataset(name(), SOURCE, options.trainSize());
    }

    private static LabelledIdx read(OfficialFile images, OfficialFile labels) {
        return new LabelledIdx(path(images), bundled(images), path(labels), bundled(labels));
    }

    private static IdxArray bundled(OfficialFile official) {
        String resource = FOLDER + "/" + official.name() + ".gz";
        int rank = official.dimensions().size();
        try (InputStream stream = MnistSampleFactory.class.getResourceAsStream(resource)) {
            return IdxReader.read(path(official), Objects.requireNonNull(stream, resource), rank, rank);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(OfficialFile official) {
        return Path.of("mnist-sample", official.name());
    }
}
