package org.rectify.dataset.norb.render;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.InMemoryDataset;
import org.rectify.api.error.DataException;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.formats.Checksums;

/**
 * Stereo pairs of toys, rendered in the manner of jittered-cluttered NORB, 2 x 32 x 32, 6 classes (items 51, 52 and 59b).
 *
 * <p>Example i of a split is a function of the master seed, the options, the split and i. The pairs are kept as bytes in the folder
 * {@code norb-rendered} of the data directory, a file for each split, and mapped from there.
 */
public final class RenderedNorbFactory implements DatasetFactory<RenderedNorbOptions> {

    /** Names the pictures: to be raised when a change of toys or renderer changes them. */
    private static final String RENDERER = "stereo toys, version 1";

    private static final String NAME = "norb-rendered";

    private static final List<Integer> SHAPE = List.of(2, PairRenderer.SIDE, PairRenderer.SIDE);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Rendered stereo pairs of toys before clutter, 2 x 32 x 32, 6 classes, of any number, for machines without NORB.";
    }

    @Override
    public String source() {
        return "section 4.1, items 51, 52 and 59b";
    }

    @Override
    public Class<RenderedNorbOptions> options() {
        return RenderedNorbOptions.class;
    }

    /**
     * Maps the pairs of each split, and renders first those that are not in a file yet.
     *
     * @throws DataException when models are damaged, or the data directory cannot be written to
     * @throws InvalidOptionException when {@code models} is no folder
     */
    @Override
    public Dataset create(RenderedNorbOptions options, ComponentContext context) {
        ToyBox toys = toys(options, context);
        RandomStreams streams = context.random().within(NAME);
        String parameters = RENDERER + ", seed " + streams.seed() + ", streams " + streams.scope() + ", "
                + (options.clutter() ? "cluttered" : "plain") + ", " + toys.identity();
        Path folder = context.dataDirectory().resolve(NAME);
        boolean clutter = options.clutter();
        return new InMemoryDataset(
                info(options, toys, parameters),
                new PairFile(streams, "train", toys.training(), clutter, parameters).split(folder, options.trainSize()),
                new PairFile(streams, "validation", toys.training(), clutter, parameters)
                        .split(folder, options.validationSize()),
                new PairFile(streams, "test", toys.test(), clutter, parameters).split(folder, options.testSize()));
    }

    /**
     * Reads the models, where there are any; no pair is rendered.
     *
     * @throws DataException when models are damaged
     * @throws InvalidOptionException when {@code models} is no folder
     */
    @Override
    public DataFacts describe(RenderedNorbOptions options, ComponentContext context) {
        toys(options, context);
        return new DataFacts(
                NAME,
                SHAPE,
                OutputRange.SIGNED_UNIT_INTERVAL,
                ToyCategory.labels(),
                List.of(),
                options.trainSize(),
                options.validationSize(),
                options.testSize(),
                0);
    }

    private static ToyBox toys(RenderedNorbOptions options, ComponentContext context) {
        return options.models()
                .map(path -> ModelFolder.read(folder(path, context)))
                .orElseGet(ToyBox::builtIn);
    }

    private static Path folder(String path, ComponentContext context) {
        try {
            Path folder = context.experimentDirectory().resolve(path);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        } catch (InvalidPathException e) {
            throw new InvalidOptionException("models", "\"" + path + "\"", "a folder's path");
        }
        throw new InvalidOptionException("models", "\"" + path + "\"", "a folder that exists");
    }

    private static DatasetInfo info(RenderedNorbOptions options, ToyBox toys, String parameters) {
        String all = parameters + ", sizes " + options.trainSize() + " / " + options.validationSize() + " / "
                + options.testSize();
        Map<String, String> checksums = new TreeMap<>(toys.checksums());
        checksums.put("parameters", Checksums.sha256(all));
        return new DatasetInfo(
                NAME,
                SHAPE,
                OutputRange.SIGNED_UNIT_INTERVAL,
                ToyCategory.labels(),
                IntStream.range(0, ToyCategory.CLASSES)
                        .mapToObj(Double::valueOf)
                        .toList(),
                "rendered: " + all,
                checksums);
    }
}
