package org.rectify.dataset.mnist;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.formats.DataFiles;
import org.rectify.dataset.formats.IdxArray;
import org.rectify.dataset.formats.LabelledIdx;

/**
 * The content of the four files of MNIST, each plain or gzipped, of one folder.
 *
 * @param training 60,000 examples
 * @param test 10,000 examples
 */
record OfficialFiles(LabelledIdx training, LabelledIdx test) {

    /** The folder of the data directory. */
    static final String FOLDER = "mnist";

    static final String SOURCE =
            "MNIST database of handwritten digits (Y. LeCun, C. Cortes, C. J. C. Burges), made from NIST Special Databases"
                    + " 1 and 3; copyright Y. LeCun and C. Cortes, CC BY-SA 3.0";

    static final String BY_HAND =
            """
            A copy of yours can be put into the folder mnist of the data directory by hand, under the official names:
              %s
            Each may be gzipped, as .gz. The option --data DIR or the variable RECTIFY_DATA names another data directory.
            The data set mnist-sample needs no files: 7,000 of the digits come with Rectify.""".formatted(String.join(" ", OfficialFile.names().toList()));

    private static final String REMEDY = "rectify datasets fetch mnist downloads them (11 MB).\n" + BY_HAND;

    /**
     * Reads the four files.
     *
     * @param verifyChecksums whether content other than the official one is refused
     * @throws DataException when a file is missing, damaged, or not MNIST's
     */
    static OfficialFiles read(Path dataDirectory, boolean verifyChecksums) {
        List<Path> files = DataFiles.find(
                "MNIST", dataDirectory.resolve(FOLDER), OfficialFile.names().toList(), REMEDY);
        LabelledIdx training = LabelledIdx.read(files.get(0), files.get(1));
        LabelledIdx test = LabelledIdx.read(files.get(2), files.get(3));
        List<IdxArray> contents = List.of(training.images(), training.labels(), test.images(), test.labels());
        for (int i = 0; i < files.size(); i++) {
            requireDimensions(files.get(i), contents.get(i), OfficialFile.ALL.get(i));
        }
        OfficialFiles official = new OfficialFiles(training, test);
        if (verifyChecksums) {
            verify(files, official.checksums());
        }
        return official;
    }

    /** SHA-256 of the uncompressed content of each file, by its path. */
    Map<String, String> checksums() {
        return MnistDigits.checksums(training, test);
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
