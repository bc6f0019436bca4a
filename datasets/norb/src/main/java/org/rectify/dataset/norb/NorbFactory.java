package org.rectify.dataset.norb;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.rectify.dataset.formats.ContentReader;
import org.rectify.dataset.formats.DataFiles;
import org.rectify.dataset.formats.MappedFeatures;
import org.rectify.dataset.formats.MatrixReader;
import org.rectify.dataset.formats.SelectedFeatures;

/**
 * Jittered-cluttered NORB from its official matrix files, each plain or gzipped, in the folder {@code norb} below the data
 * directory (items 48, 51 and 52).
 *
 * <p>Its images are reduced to 32 x 32 once, and kept as bytes in a cache file of 716 MB in that folder; the heap holds
 * labels only.
 */
final class NorbFactory implements DatasetFactory<NorbOptions> {

    private static final String ADDRESS = "https://cs.nyu.edu/~ylclab/data/norb-v1.0/";

    private static final List<Integer> SHAPE = List.of(2, NorbFiles.REDUCED_SIDE, NorbFiles.REDUCED_SIDE);

    private static final List<String> CLASSES = List.of("animal", "human", "plane", "truck", "car", "blank");

    private static final String SOURCE =
            "NORB dataset, jittered-cluttered, v1.0 (F. J. Huang, Y. LeCun, New York University), for research, not to be sold;"
                    + " cite Y. LeCun, F. J. Huang, L. Bottou, Learning Methods for Generic Object Recognition with Invariance"
                    + " to Pose and Lighting, CVPR 2004";

    private static final String PLACE = """
            The files keep their official names, norb-5x46789x9x18x6x2x108x108-training-01-dat.mat and so on, and lie in the
            folder norb of the data directory, plain or gzipped: of the training parts 01 to 10 and the test parts 01 and 02
            the files -dat.mat and -cat.mat; for validation = by-instance also -info.mat. The folder must be writable: the
            images are reduced once into a cache file of 716 MB there.
            The option --data DIR or the variable RECTIFY_DATA names another data directory.""";

    private static final String REMEDY = "rectify datasets fetch norb downloads them (6 GB).\n" + PLACE;

    private final Layout layout;

    NorbFactory() {
        this(Layout.OFFICIAL);
    }

    /** Reads other numbers of files and of examples. */
    NorbFactory(Layout layout) {
        this.layout = layout;
    }

    @Override
    public String name() {
        return "norb";
    }

    @Override
    public String summary() {
        return "Stereo pairs of toys before clutter, 2 x 32 x 32, 6 classes: 233,172 / 58,428 / 58,320 examples from the"
                + " official files.";
    }

    @Override
    public String source() {
        return "section 4.1, items 48, 51 and 52";
    }

    @Override
    public Class<NorbOptions> options() {
        return NorbOptions.class;
    }

    @Override
    public List<RemoteFile> remoteFiles() {
        return Layout.OFFICIAL.parts().stream()
                .flatMap(part -> Stream.of(NorbFiles.IMAGES, NorbFiles.CATEGORIES, NorbFiles.INFORMATION)
                        .map(ending -> part + ending + ".gz"))
                .map(name -> new RemoteFile(name, List.of(URI.create(ADDRESS + name)), 0, "", false))
                .toList();
    }

    @Override
    public String filesByHand() {
        return PLACE;
    }

    /**
     * Reads the labels, and the images where they were not reduced before.
     *
     * @throws DataException when a file is missing, damaged, or not NORB's
     */
    @Override
    public Dataset create(NorbOptions options, ComponentContext context) {
        Path folder = context.dataDirectory().resolve(folder());
        Map<String, List<Path>> files = files(folder, options.validation());
        Map<String, String> checksums = new TreeMap<>();
        byte[] labels = labels(files.getOrDefault(NorbFiles.CATEGORIES, List.of()), checksums);
        Partition partition = switch (options.validation()) {
            case FILE_ORDER -> Partition.inFileOrder(layout.trainingExamples(), layout.validationSize());
            case RANDOM ->
                Partition.random(
                        layout.trainingExamples(), layout.validationSize(), context.random().stream("norb/validation"));
            case BY_INSTANCE ->
                Partition.byInstance(
                        instances(files.getOrDefault(NorbFiles.INFORMATION, List.of()), labels, checksums));
        };
        ReducedImages images =
                ReducedImages.of(folder, files.getOrDefault(NorbFiles.IMAGES, List.of()), layout, options.resampling());
        images.checksums()
                .forEach((name, sum) -> checksums.put(folder.resolve(name).toString(), sum));
        MappedFeatures all = new MappedFeatures(
                images.rows(), 0, layout.allExamples(), options.scaling().table(images.lowest(), images.highest()));
        int[] training = partition.training();
        int[] test =
                IntStream.range(layout.trainingExamples(), layout.allExamples()).toArray();
        return new InMemoryDataset(
                info(checksums),
                split(all, labels, Arrays.copyOf(training, options.trainSize().orElse(training.length))),
                split(all, labels, partition.validation()),
                split(all, labels, test));
    }

    /**
     * Looks at the beginning of each file; no image is reduced.
     *
     * @throws DataException when a file is missing, or of another kind
     */
    @Override
    public DataFacts describe(NorbOptions options, ComponentContext context) {
        files(context.dataDirectory().resolve(folder()), options.validation())
                .forEach((ending, files) -> files.forEach(file -> requireKind(ending, file)));
        int held = options.validation() == Validation.BY_INSTANCE
                ? Partition.sizeByInstance(layout.trainingExamples())
                : layout.validationSize();
        return new DataFacts(
                name(),
                SHAPE,
                OutputRange.SIGNED_UNIT_INTERVAL,
                CLASSES,
                List.of(),
                options.trainSize().orElse(layout.trainingExamples() - held),
                held,
                layout.testExamples(),
                0);
    }

    private void requireKind(String ending, Path file) {
        try (MatrixReader matrix = MatrixReader.open(file)) {
            NorbFiles.requireKind(ending, matrix, layout.examples());
        }
    }

    /** The files of each ending, in the order of parts. */
    private Map<String, List<Path>> files(Path folder, Validation validation) {
        boolean information = validation == Validation.BY_INSTANCE;
        List<String> parts = layout.parts();
        List<String> names = Stream.concat(
                        Stream.of(NorbFiles.CATEGORIES, NorbFiles.IMAGES)
                                .flatMap(ending -> parts.stream().map(part -> part + ending)),
                        parts.stream()
                                .limit(information ? layout.trainingFiles() : 0)
                                .map(part -> part + NorbFiles.INFORMATION))
                .toList();
        List<Path> found = DataFiles.find("NORB", folder, names, REMEDY);
        int count = parts.size();
        return Map.of(
                NorbFiles.CATEGORIES, found.subList(0, count),
                NorbFiles.IMAGES, found.subList(count, 2 * count),
                NorbFiles.INFORMATION, found.subList(2 * count, found.size()));
    }

    private byte[] labels(List<Path> files, Map<String, String> checksums) {
        byte[] labels = new byte[layout.allExamples()];
        for (int i = 0; i < files.size(); i++) {
            ContentReader content = ContentReader.open(files.get(i)).summing();
            try (MatrixReader matrix = MatrixReader.of(content)) {
                byte[] part = NorbFiles.categories(matrix, layout.examples());
                System.arraycopy(part, 0, labels, i * part.length, part.length);
            }
            checksums.put(files.get(i).toString(), content.sha256());
        }
        return labels;
    }

    private byte[] instances(List<Path> files, byte[] labels, Map<String, String> checksums) {
        byte[] instances = new byte[layout.trainingExamples()];
        for (int i = 0; i < files.size(); i++) {
            int first = i * layout.examples();
            ContentReader content = ContentReader.open(files.get(i)).summing();
            try (MatrixReader matrix = MatrixReader.of(content)) {
                byte[] part = NorbFiles.instances(matrix, Arrays.copyOfRange(labels, first, first + layout.examples()));
                System.arraycopy(part, 0, instances, first, part.length);
            }
            checksums.put(files.get(i).toString(), content.sha256());
        }
        return instances;
    }

    private static Split split(MappedFeatures all, byte[] labels, int[] chosen) {
        return new LabelledSplit(new SelectedFeatures(all, chosen), row -> labels[chosen[row]]);
    }

    private static DatasetInfo info(Map<String, String> checksums) {
        return new DatasetInfo(
                "norb",
                SHAPE,
                OutputRange.SIGNED_UNIT_INTERVAL,
                CLASSES,
                IntStream.range(0, CLASSES.size()).mapToObj(Double::valueOf).toList(),
                SOURCE,
                checksums);
    }
}
