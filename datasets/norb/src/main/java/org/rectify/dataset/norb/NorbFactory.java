package org.rectify.dataset.norb;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.DataFiles;

/** Jittered-cluttered NORB from its official matrix files (items 48, 51 and 52). */
final class NorbFactory implements DatasetFactory<NorbOptions> {

    @Override
    public String name() {
        return "norb";
    }

    @Override
    public String summary() {
        return "Stereo pairs of toys before clutter, 2 x 32 x 32, 6 classes: 233,172 / 58,428 / 58,320 examples from the official files";
    }

    @Override
    public String source() {
        return "section 4.1, items 48, 51 and 52";
    }

    @Override
    public Class<NorbOptions> options() {
        return NorbOptions.class;
    }

    /**
     * Finds the files.
     *
     * @throws DataException when one is missing
     */
    @Override
    public Dataset create(NorbOptions options, ComponentContext context) {
        List<String> names = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> "norb-5x46789x9x18x6x2x108x108-training-%02d-".formatted(i))
                .flatMap(start -> Stream.of(start + "cat.mat", start + "dat.mat"))
                .toList();
        DataFiles.find("NORB", context.dataDirectory().resolve("norb"), names, "The files keep their official names.");
        throw new DataException("NORB: its matrix files are found, but not read yet");
    }
}
