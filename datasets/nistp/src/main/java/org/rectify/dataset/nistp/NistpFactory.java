package org.rectify.dataset.nistp;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.InMemoryDataset;
import org.rectify.api.dataset.RemoteFile;
import org.rectify.api.error.DataException;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.nistp.distortion.FurtherDistortion;
import org.rectify.dataset.nistp.distortion.Pipeline;
import org.rectify.dataset.nistp.image.Canvas;
import org.rectify.dataset.nistp.source.CharacterClasses;
import org.rectify.dataset.nistp.source.CharacterSource;
import org.rectify.dataset.nistp.source.CharacterSources;
import org.rectify.dataset.nistp.source.SourceMix;
import org.rectify.dataset.nistp.source.SplitSources;

/** Distorted characters of 62 classes, 32 x 32, from pen strokes, fonts and NIST's scans (items 53 to 55). */
final class NistpFactory implements DatasetFactory<NistpOptions> {

    /** Names the pictures: to be raised when a change of drawing or distorting changes them. */
    private static final String GENERATOR = "nistp, version 1";

    private static final List<Integer> SHAPE = List.of(1, Canvas.SIDE, Canvas.SIDE);

    /** A kind of source with its weight. */
    private record Part(SplitSources source, double weight) {}

    @Override
    public String name() {
        return "nistp";
    }

    @Override
    public String summary() {
        return "Generated distorted characters, 32 x 32, 62 classes, of any number, from pen strokes, fonts and scans.";
    }

    @Override
    public String source() {
        return "section 4.1, items 53 to 55";
    }

    @Override
    public Class<NistpOptions> options() {
        return NistpOptions.class;
    }

    @Override
    public List<RemoteFile> remoteFiles() {
        return List.of(new RemoteFile(
                "gzip.zip",
                List.of(
                        URI.create("https://biometrics.nist.gov/cs_links/EMNIST/gzip.zip"),
                        URI.create("https://www.itl.nist.gov/iaui/vip/cs_links/EMNIST/gzip.zip")),
                561_753_746L,
                "fb9bb67e33772a9cc0b895e4ecf36d2cf35be8b709693c3564cea2a019fcda8e",
                true));
    }

    @Override
    public String filesByHand() {
        return """
                No file is needed: ten fonts come with Rectify. What lies in the data directory is used too:
                unipen/strokes.jsonl, handwritten characters as pen strokes, one JSON object a line;
                nistp/by_class, the folders of NIST's Special Database 19 with PNG files of 128 x 128 pixels;
                nistp/emnist-byclass-{train,test}-{images-idx3,labels-idx1}-ubyte, plain or gzipped, the files of EMNIST.
                The folder nistp may be called nist.""";
    }

    /**
     * Gathers the sources and generates the examples that are kept.
     *
     * @throws DataException when a file is damaged
     * @throws InvalidOptionException when every source that has a weight is missing
     */
    @Override
    public Dataset create(NistpOptions options, ComponentContext context) {
        Map<String, String> checksums = new TreeMap<>();
        List<Part> parts = parts(options, context, checksums);
        RandomStreams streams = context.random().within("nistp");
        return new InMemoryDataset(
                info(options, streams, parts, checksums),
                generator(options, streams, parts, SplitSources::train, "train").examples(options.trainSize()),
                generator(options, streams, parts, SplitSources::validation, "validation")
                        .examples(options.validationSize()),
                generator(options, streams, parts, SplitSources::test, "test").examples(options.testSize()));
    }

    private static List<Part> parts(NistpOptions options, ComponentContext context, Map<String, String> checksums) {
        List<Part> parts = new ArrayList<>();
        Path data = context.dataDirectory();
        if (options.strokesWeight() > 0) {
            CharacterSources.strokes(data, checksums)
                    .ifPresent(found -> parts.add(new Part(found, options.strokesWeight())));
        }
        if (options.nistWeight() > 0) {
            CharacterSources.nist(data, options.nistPerClass(), checksums)
                    .ifPresent(found -> parts.add(new Part(found, options.nistWeight())));
        }
        if (options.fontsWeight() > 0) {
            Optional<Path> folder = options.fonts().map(context.experimentDirectory()::resolve);
            parts.add(
                    new Part(CharacterSources.fonts(folder, options.systemFonts(), checksums), options.fontsWeight()));
        }
        if (parts.isEmpty()) {
            throw new InvalidOptionException(
                    "fonts-weight", options.fontsWeight(), "above 0 where no other source with a weight is there");
        }
        return parts;
    }

    /**
     * Gathers the sources; no example is generated.
     *
     * @throws DataException when a file is damaged
     * @throws InvalidOptionException when every source that has a weight is missing
     */
    @Override
    public DataFacts describe(NistpOptions options, ComponentContext context) {
        parts(options, context, new TreeMap<>());
        return new DataFacts(
                name(),
                SHAPE,
                OutputRange.UNIT_INTERVAL,
                CharacterClasses.names(),
                List.of(),
                options.trainSize(),
                options.validationSize(),
                options.testSize(),
                0);
    }

    private static Generator generator(
            NistpOptions options,
            RandomStreams streams,
            List<Part> parts,
            Function<SplitSources, CharacterSource> split,
            String name) {
        SourceMix mix = new SourceMix(parts.stream()
                .map(part -> new SourceMix.Weighted(split.apply(part.source()), part.weight()))
                .toList());
        int one = CharacterClasses.of('1');
        Pipeline pipeline = Pipeline.of(
                options.complexity(),
                further(options),
                streams,
                mix::draw,
                (random, pixels) -> mix.drawOf(one, random, pixels));
        return new Generator(mix, pipeline, streams, name);
    }

    private static Set<FurtherDistortion> further(NistpOptions options) {
        Set<FurtherDistortion> further = options.distortions() == DistortionSet.P07
                ? EnumSet.allOf(FurtherDistortion.class)
                : EnumSet.noneOf(FurtherDistortion.class);
        further.addAll(options.furtherDistortions());
        return further;
    }

    private static DatasetInfo info(
            NistpOptions options, RandomStreams streams, List<Part> parts, Map<String, String> checksums) {
        StringBuilder source = new StringBuilder("generated: " + GENERATOR + ", seed " + streams.seed() + ", streams "
                + streams.scope() + ", sizes " + options.trainSize() + " / " + options.validationSize() + " / "
                + options.testSize() + ", complexity " + options.complexity()
                + ", slant, thickness, affine, local-elastic, pinch");
        further(options)
                .forEach(each -> source.append(", ")
                        .append(each.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        double total = parts.stream().mapToDouble(Part::weight).sum();
        for (Part part : parts) {
            source.append(String.format(
                    Locale.ROOT,
                    "; %.1f %% %s",
                    100 * part.weight() / total,
                    part.source().description()));
        }
        checksums.put("parameters", Checksums.sha256(source.toString()));
        return new DatasetInfo(
                "nistp",
                SHAPE,
                OutputRange.UNIT_INTERVAL,
                CharacterClasses.names(),
                IntStream.range(0, CharacterClasses.COUNT)
                        .mapToObj(Double::valueOf)
                        .toList(),
                source.toString(),
                checksums);
    }
}
