package org.rectify.dataset.mnist;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.RemoteFile;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.formats.DataFiles;
import org.rectify.dataset.formats.IdxArray;
import org.rectify.dataset.formats.LabelledIdx;

/**
 * MNIST from the four official files, each plain or gzipped, in the folder {@code mnist} below the data directory.
 *
 * <p>The first 50,000 examples of the training file are for training, its last 10,000 for validation (items 48 and 49).
 */
final class MnistFactory implements DatasetFactory<MnistOptions> {

    private static final int VALIDATION_SIZE = 10_000;

    private static final String SOURCE =
            "MNIST database of handwritten digits (Y. LeCun, C. Cortes, C. J. C. Burges), made from NIST Special Databases"
                    + " 1 and 3; copyright Y. LeCun and C. Cortes, CC BY-SA 3.0";

    private static final String BY_HAND =
            """
            A copy of yours can be put into the folder mnist of the data directory by hand, under the official names:
              %s
            Each may be gzipped, as .gz. The option --data DIR or the variable RECTIFY_DATA names another data directory.
            The data set mnist-sample needs no files: 7,000 of the digits come with Rectify.""".formatted(String.join(" ", OfficialFile.names().toList()));

    private static final String REMEDY = "rectify datasets fetch mnist downloads them (11 MB).\n" + BY_HAND;

    @Override
    public String name() {
        return "mnist";
    }

    @Override
    public String summary() {
        return "Handwritten digits, 28 x 28, 10 classes: 50,000 / 10,000 / 10,000 examples from the official files";
    }

    @Override
    public String source() {
        return "section 4.1, items 48 and 49";
    }

    @Override
    public Class<MnistOptions> options() {
        return MnistOptions.class;
    }

    @Override
    public List<RemoteFile> remoteFiles() {
        return OfficialFile.ALL.stream().map(OfficialFile::remote).toList();
    }

    @Override
    public String filesByHand() {
        return BY_HAND;
    }

    /**
     * Reads the four files.
     *
     * @throws DataException when one is missing, damaged, or not MNIST's
     */
    @Override
    public Dataset create(MnistOptions options, ComponentContext context) {
        List<Path> files = DataFiles.find(
                "MNIST",
                context.dataDirectory().resolve(folder()),
                OfficialFile.names().toList(),
                REMEDY);
        LabelledIdx training = LabelledIdx.read(files.get(0), files.get(1));
        LabelledIdx test = LabelledIdx.read(files.get(2), files.get(3));
        List<IdxArray> contents = List.of(training.images(), training.labels(), test.images(), test.labels());
        for (int i = 0; i < files.size(); i++) {
            requireDimensions(files.get(i), contents.get(i), OfficialFile.ALL.get(i));
        }
        MnistDigits digits = new MnistDigits(training, test, VALIDATION_SIZE);
        if (options.verifyChecksums()) {
            verify(files, digits.checksums());
        }
        return digits.dataset("mnist", SOURCE, options.trainSize());
    }

    private static void requireDimensions(Path file, IdxArray array, OfficialFile official) {
        if (!array.dimensions().equals(official.dimensions())) {
            throw DataException.at(
                    file,
                    4,
                    "dimensions " + array.dimensions() + ", but MNIST's file " + official.name() + " has "
                            + official.dimensions() + "; the data set idx reads files of any dimensions");
        }
    }

    private static void verify(List<Path> files, Map<String, String> checksums) {
        Checksums.requireOfficial(
                "MNIST",
                files,
                files.stream()
                        .map(file -> checksums.getOrDefault(file.toString(), ""))
                        .toList(),
                OfficialFile.ALL.stream().map(OfficialFile::sha256).toList());
    }
}
