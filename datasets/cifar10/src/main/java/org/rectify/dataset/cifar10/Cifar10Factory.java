package org.rectify.dataset.cifar10;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.InMemoryDataset;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.RemoteFile;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.DataException;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.formats.DataFiles;
import org.rectify.dataset.formats.SelectedFeatures;

/**
 * CIFAR-10 from the six official binary files, each plain or gzipped, in the folder {@code cifar10} below the data directory
 * or in the folder {@code cifar-10-batches-bin} that the official archive unpacks to there.
 *
 * <p>The five training batches are for training; one half of the test batch is for validation, the other for the test
 * (items 48 and 50).
 */
final class Cifar10Factory implements DatasetFactory<Cifar10Options> {

    private static final int OFFICIAL_BATCH = 10_000;
    private static final int TRAINING_BATCHES = 5;
    private static final String ARCHIVE_FOLDER = "cifar-10-batches-bin";

    private static final RemoteFile ARCHIVE = new RemoteFile(
            "cifar-10-binary.tar.gz",
            List.of(URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz")),
            170_052_171,
            "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
            true);

    private static final List<Integer> SHAPE = List.of(3, 32, 32);

    private static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private static final String SOURCE =
            "CIFAR-10 (A. Krizhevsky, V. Nair, G. Hinton), a labelled subset of the 80 Million Tiny Images; its authors state"
                    + " no licence and ask to cite A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, 2009";

    private static final String PLACE = """
            The binary version's files data_batch_1.bin to data_batch_5.bin and test_batch.bin keep their official names, and
            lie in the folder cifar10 of the data directory, or in cifar-10-batches-bin there, plain or gzipped.
            The option --data DIR or the variable RECTIFY_DATA names another data directory.""";

    private static final String REMEDY = "rectify datasets fetch cifar10 downloads them (170 MB).\n" + PLACE;

    private final int batch;

    Cifar10Factory() {
        this(OFFICIAL_BATCH);
    }

    /** Reads files of another number of images. */
    Cifar10Factory(int batch) {
        this.batch = batch;
    }

    @Override
    public String name() {
        return "cifar10";
    }

    @Override
    public String summary() {
        return "Small photographs, 3 x 32 x 32, 10 classes: 50,000 / 5,000 / 5,000 examples from the official binary files.";
    }

    @Override
    public String source() {
        return "section 4.1, items 48 and 50";
    }

    @Override
    public Class<Cifar10Options> options() {
        return Cifar10Options.class;
    }

    @Override
    public List<RemoteFile> remoteFiles() {
        return List.of(ARCHIVE);
    }

    @Override
    public String filesByHand() {
        return PLACE;
    }

    /**
     * Reads the six files.
     *
     * @throws DataException when one is missing, damaged, or not CIFAR-10's
     */
    @Override
    public Dataset create(Cifar10Options options, ComponentContext context) {
        List<Path> files = files(context);
        Images images = Images.read(files, batch);
        if (options.verifyChecksums()) {
            Checksums.requireOfficial(
                    "CIFAR-10", files, images.sums(), BatchFile.sums().toList());
        }
        int[] order = order(options.permutation(), context.random());
        return new InMemoryDataset(
                info(files, images.sums()),
                LabelledSplit.of(images.features(0, options.trainSize()), images.labels(), 0),
                testImages(images, order, 0, batch / 2),
                testImages(images, order, batch / 2, batch));
    }

    /**
     * Looks at the files' names and lengths.
     *
     * @throws DataException when one is missing, or of another length
     */
    @Override
    public DataFacts describe(Cifar10Options options, ComponentContext context) {
        files(context).forEach(file -> Images.requireLength(file, batch));
        return new DataFacts(
                name(),
                SHAPE,
                OutputRange.UNIT_INTERVAL,
                CLASSES,
                List.of(),
                options.trainSize(),
                batch / 2,
                batch - batch / 2,
                0);
    }

    private List<Path> files(ComponentContext context) {
        List<String> names = BatchFile.names().toList();
        Path folder = folderOfFiles(context.dataDirectory().resolve(folder()), names);
        return DataFiles.find("CIFAR-10", folder, names, REMEDY);
    }

    /** The archive's own folder where it is there and no file lies beside it. */
    private static Path folderOfFiles(Path folder, List<String> names) {
        Path unpacked = folder.resolve(ARCHIVE_FOLDER);
        boolean beside = names.stream()
                .anyMatch(name -> Files.exists(folder.resolve(name)) || Files.exists(folder.resolve(name + ".gz")));
        return !beside && Files.isDirectory(unpacked) ? unpacked : folder;
    }

    private int[] order(boolean permutation, RandomStreams random) {
        int[] order = IntStream.range(0, batch).toArray();
        if (permutation) {
            random.stream("cifar10/permutation").shuffle(order);
        }
        return order;
    }

    /** Some images of the test batch: those at places {@code from} to {@code to - 1} of an order. */
    private Split testImages(Images images, int[] order, int from, int to) {
        int[] chosen = Arrays.copyOfRange(order, from, to);
        int first = TRAINING_BATCHES * batch;
        byte[] labels = images.labels();
        return new LabelledSplit(
                new SelectedFeatures(images.features(first, batch), chosen), row -> labels[first + chosen[row]]);
    }

    private static DatasetInfo info(List<Path> files, List<String> sums) {
        Map<String, String> checksums = new TreeMap<>();
        for (int i = 0; i < files.size(); i++) {
            checksums.put(files.get(i).toString(), sums.get(i));
        }
        return new DatasetInfo(
                "cifar10",
                SHAPE,
                OutputRange.UNIT_INTERVAL,
                CLASSES,
                IntStream.range(0, CLASSES.size()).mapToObj(Double::valueOf).toList(),
                SOURCE,
                checksums);
    }
}
