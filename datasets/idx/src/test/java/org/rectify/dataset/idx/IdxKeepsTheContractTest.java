package org.rectify.dataset.idx;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.dataset.formats.IdxArray;
import org.rectify.dataset.formats.IdxWriter;
import org.rectify.testkit.DatasetContract;
import org.rectify.testkit.TestContext;

class IdxKeepsTheContractTest extends DatasetContract<IdxOptions> {

    @TempDir
    private static Path folder;

    @BeforeAll
    void writeFiles() {
        SplittableRandom random = new SplittableRandom(1);
        write("train-images", random, 256, 300, 5, 4);
        write("train-labels", random, 3, 300);
        write("test-images.gz", random, 256, 70, 5, 4);
        write("test-labels.gz", random, 3, 70);
    }

    @Override
    protected DatasetFactory<IdxOptions> factory() {
        return new IdxFactory();
    }

    @Override
    protected IdxOptions options() {
        return new IdxOptions("train-images", "train-labels", "test-images.gz", "test-labels.gz", 50, List.of(), false);
    }

    @Override
    protected TestContext context() {
        return TestContext.in(folder);
    }

    @Override
    protected Sizes sizes() {
        return new Sizes(250, 50, 70);
    }

    private static void write(String name, SplittableRandom random, int bound, Integer... dimensions) {
        int size = List.of(dimensions).stream().reduce(1, Math::multiplyExact);
        byte[] values = new byte[size];
        for (int i = 0; i < size; i++) {
            values[i] = (byte) random.nextInt(bound);
        }
        IdxWriter.write(new IdxArray(List.of(dimensions), values), folder.resolve(name));
    }
}
