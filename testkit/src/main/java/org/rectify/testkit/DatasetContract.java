package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.RemoteFile;
import org.rectify.api.dataset.Split;
import org.rectify.api.facts.DataFacts;

/**
 * What every data set must satisfy (item 48); its author extends this class and names the factory and the sizes.
 *
 * <pre>{@code
 * class SpiralsKeepTheContractTest extends DatasetContract<SpiralsOptions> {
 *     @Override
 *     protected DatasetFactory<SpiralsOptions> factory() {
 *         return new SpiralsFactory();
 *     }
 *
 *     @Override
 *     protected Sizes sizes() {
 *         return new Sizes(1000, 1000, 1000);
 *     }
 *
 *     @Override
 *     protected boolean dependsOnSeed() {
 *         return true;
 *     }
 * }
 * }</pre>
 *
 * <p>Checked are the sizes, as they are and as the factory describes them; that no example is in two splits; range, labels or
 * numbers to be told, classes and shape, and what components are told of them; that the same seed gives
 * the same examples, whoever reads them, how often, in which order and on how many threads; where the data came from;
 * defaults of options, and the list of files that can be fetched. Of a large split, {@link #sampleSize()} rows are looked
 * at. The data set is made once for all checks, and once more for each that compares two.
 *
 * @param <O> the options of the data set
 * @since 0.1
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DatasetContract<O extends Record> {

    private static final int THREADS = 4;
    private static final int PROBES = 50;
    private static final int MARGIN = 3;
    private static final int UNKNOWN = -1;
    private static final String ARCHIVE = ".*\\.(zip|tar|tar\\.gz|tgz)";

    private @Nullable Dataset made;

    /**
     * How many examples each split has.
     *
     * @param train for the parameters
     * @param validation for the hyper-parameters
     * @param test for the report
     */
    public record Sizes(int train, int validation, int test) {}

    /** The data set under test. */
    protected abstract DatasetFactory<O> factory();

    /** The sizes of its splits with these options. */
    protected abstract Sizes sizes();

    /** The options it is made with; all defaults, unless overridden. */
    protected O options() {
        return Components.defaultOptions(factory().options());
    }

    /** What surrounds it: where its files lie, and the seed; unless overridden, a folder without files, and seed 1. */
    protected TestContext context() {
        return TestContext.in(Path.of(System.getProperty("java.io.tmpdir"), "rectify-without-files"));
    }

    /** Whether another seed gives other examples: true of generators and random splits; false by default. */
    protected boolean dependsOnSeed() {
        return false;
    }

    /** How many of the examples looked at may be in two splits, where the source itself repeats some; 0 by default. */
    protected int sharedExamples() {
        return 0;
    }

    /** Most rows of each split that are looked at; 3,000 by default. */
    protected int sampleSize() {
        return 3_000;
    }

    /** Lets go of the data set. */
    @AfterAll
    final void close() {
        if (made != null) {
            made.close();
            made = null;
        }
    }

    @Test
    final void sizesAreAsDeclared() {
        Dataset dataset = dataset();
        assertThat(new Sizes(
                        dataset.train().size(),
                        dataset.validation().size(),
                        dataset.test().size()))
                .as("sizes of the splits")
                .isEqualTo(sizes());
        for (Split split : List.of(dataset.train(), dataset.validation(), dataset.test())) {
            assertThat(split.features().rows())
                    .as("rows of the features of a split of %d", split.size())
                    .isEqualTo(split.size());
        }
    }

    @Test
    final void theDescriptionIsThatOfTheExamples() {
        DataFacts described = factory().describe(options(), context());
        DataFacts found = dataset().facts();
        assertThat(described)
                .as("what the factory says of the data set without making it; -1 stands for a size it does not know")
                .isEqualTo(new DataFacts(
                        found.name(),
                        found.shape(),
                        found.range(),
                        found.classes(),
                        found.targets(),
                        described.train() == UNKNOWN ? UNKNOWN : found.train(),
                        described.validation() == UNKNOWN ? UNKNOWN : found.validation(),
                        described.test() == UNKNOWN ? UNKNOWN : found.test(),
                        described.unlabelled() == UNKNOWN ? UNKNOWN : found.unlabelled()));
    }

    @Test
    final void examplesHaveTheDeclaredShape() {
        DatasetInfo info = dataset().info();
        for (SplitExamples examples : parts()) {
            assertThat(examples.features().columns())
                    .as("columns of %s, of the shape %s", examples.part(), info.shape())
                    .isEqualTo(info.inputs());
        }
    }

    @Test
    final void inputsAreFiniteAndLieInTheDeclaredRange() {
        OutputRange range = dataset().info().range();
        for (SplitExamples examples : parts()) {
            for (int row : examples.sample()) {
                float[] inputs = examples.inputs(row);
                for (int column = 0; column < inputs.length; column++) {
                    if (!Float.isFinite(inputs[column]) || !range.contains(inputs[column])) {
                        fail("input %d of %s is %s, declared are finite numbers in %s"
                                .formatted(column, example(examples, row), inputs[column], range));
                    }
                }
            }
        }
    }

    @Test
    final void labelsAreClasses() {
        int classes = dataset().info().classes().size();
        assumeTrue(classes > 0, "numbers are to be told, no classes");
        for (SplitExamples examples : parts()) {
            for (int row : examples.sample()) {
                assertThat(examples.labels().applyAsInt(row))
                        .as("label of %s, of %d classes", example(examples, row), classes)
                        .isBetween(0, classes - 1);
            }
        }
    }

    @Test
    final void numbersToBeToldAreFinite() {
        List<String> targets = dataset().info().targets();
        assumeTrue(!targets.isEmpty(), "classes are to be told, no numbers");
        for (SplitExamples examples : parts()) {
            for (int row : examples.sample()) {
                double[] numbers = examples.numbers().apply(row);
                for (int target = 0; target < numbers.length; target++) {
                    assertThat(numbers[target])
                            .as("'%s' of %s", targets.get(target), example(examples, row))
                            .isFinite();
                }
            }
        }
    }

    @Test
    final void classesAreNotNumbersToo() {
        assumeTrue(dataset().info().targets().isEmpty(), "numbers are to be told, no classes");
        for (Split split :
                List.of(dataset().train(), dataset().validation(), dataset().test())) {
            if (split.size() > 0) {
                assertThat(catchThrowable(() -> split.target(0, 0)))
                        .as("refusal to give a number of an example that has a class")
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    final void whatIsToBeToldHasNamesOfItsOwn() {
        assertThat(dataset().info().targets())
                .as("names of the numbers to be told")
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @Test
    final void factsAreThoseOfTheExamples() {
        Dataset dataset = dataset();
        DatasetInfo info = dataset.info();
        assertThat(dataset.facts())
                .as("what components are told of the data set")
                .isEqualTo(new DataFacts(
                        info.name(),
                        info.shape(),
                        info.range(),
                        info.classes(),
                        info.targets(),
                        dataset.train().size(),
                        dataset.validation().size(),
                        dataset.test().size(),
                        dataset.unlabelled().map(Features::rows).orElse(0)));
    }

    @Test
    final void classesHaveNamesAndValuesOfTheirOwn() {
        DatasetInfo info = dataset().info();
        assertThat(info.classes())
                .as("names of the classes")
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
        assertThat(info.classValues())
                .as("values of the classes")
                .doesNotHaveDuplicates()
                .allMatch(Double::isFinite);
    }

    @Test
    final void noExampleIsInTwoSplits() {
        Map<Long, String> seen = new HashMap<>();
        List<String> shared = new ArrayList<>();
        for (SplitExamples examples : parts()) {
            Map<Long, String> here = new HashMap<>();
            for (int row : examples.sample()) {
                long digest = examples.inputDigest(row);
                here.put(digest, example(examples, row));
                if (seen.containsKey(digest)) {
                    shared.add(example(examples, row) + " = " + seen.get(digest));
                }
            }
            seen.putAll(here);
        }
        assertThat(shared)
                .as("examples in two splits, of which %d may be", sharedExamples())
                .hasSizeLessThanOrEqualTo(sharedExamples());
    }

    @Test
    final void theSameSeedGivesTheSame() {
        try (Dataset again = make(context())) {
            assertThat(again.info())
                    .as("info of the data set made twice")
                    .isEqualTo(dataset().info());
            List<SplitExamples> others = parts(again);
            assertThat(others).as("parts of the data set made twice").hasSameSizeAs(parts());
            for (int part = 0; part < others.size(); part++) {
                SplitExamples other = others.get(part);
                SplitExamples examples = parts().get(part);
                assertThat(other.features().rows())
                        .as("rows of %s, made twice", examples.part())
                        .isEqualTo(examples.features().rows());
                for (int row : examples.sample()) {
                    assertSame(examples, row, other.digest(row), "made twice");
                }
            }
        }
    }

    @Test
    final void anotherSeedChangesOnlyWhatDependsOnIt() {
        try (Dataset other = make(context().withSeed(context().random().seed() + 1))) {
            for (int part = 0; part < parts().size(); part++) {
                SplitExamples examples = parts().get(part);
                assertThat(Arrays.equals(digests(examples), digests(parts(other).get(part))))
                        .as("%s with another seed is the same", examples.part())
                        .isEqualTo(!dependsOnSeed() || examples.sample().length == 0);
            }
        }
    }

    @Test
    final void examplesAreTheSameAtEveryCall() {
        for (SplitExamples examples : parts()) {
            for (int row : examples.sample()) {
                assertSame(examples, row, examples.digest(row), "read twice");
            }
        }
    }

    @Test
    final void theSameSeedGivesTheSameMinibatches() {
        try (Dataset again = make(context())) {
            for (int part = 0; part < parts().size(); part++) {
                SplitExamples examples = parts().get(part);
                SplitExamples others = parts(again).get(part);
                int[] order = examples.sample().clone();
                context().random().stream("shuffle/epoch-1").shuffle(order);
                long[] inOrder = digests(examples);
                for (int row : order) {
                    int at = Arrays.binarySearch(examples.sample(), row);
                    assertThat(others.digest(row))
                            .as("digest of %s, drawn in a minibatch", example(examples, row))
                            .isEqualTo(inOrder[at]);
                }
            }
        }
    }

    @Test
    final void copiesTouchOnlyTheirPlace() {
        for (SplitExamples examples : parts()) {
            if (examples.features() instanceof DenseFeatures dense) {
                for (int row : SplitExamples.sample(dense.rows(), PROBES)) {
                    float[] target = new float[dense.columns() + 2 * MARGIN];
                    Arrays.fill(target, Float.NaN);
                    dense.copyRow(row, target, MARGIN);
                    float[] expected = new float[target.length];
                    Arrays.fill(expected, Float.NaN);
                    System.arraycopy(examples.inputs(row), 0, expected, MARGIN, dense.columns());
                    assertThat(Arrays.equals(target, expected))
                            .as("%s is written from an offset on, and nothing around it", example(examples, row))
                            .isTrue();
                }
            }
        }
    }

    @Test
    final void sparseRowsHoldNoZeros() {
        for (SplitExamples examples : parts()) {
            if (examples.features() instanceof CompressedRows sparse) {
                for (int row = 0; row < sparse.rows(); row++) {
                    for (int entry = sparse.start(row); entry < sparse.start(row + 1); entry++) {
                        if (sparse.value(entry) == 0) {
                            fail("%s keeps a zero for column %d"
                                    .formatted(example(examples, row), sparse.column(entry)));
                        }
                    }
                }
            }
        }
    }

    @Test
    final void threadsDoNotDisturbEachOther() {
        for (SplitExamples examples : parts()) {
            long[] expected = digests(examples);
            List<Runnable> readers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int shift = thread * expected.length / THREADS;
                readers.add(() -> readFrom(shift, examples, expected));
            }
            Threads.runAll(readers);
        }
    }

    private static void readFrom(int shift, SplitExamples examples, long[] expected) {
        for (int i = 0; i < expected.length; i++) {
            int at = (i + shift) % expected.length;
            int row = examples.sample()[at];
            assertThat(examples.digest(row))
                    .as("digest of %s, read among threads", example(examples, row))
                    .isEqualTo(expected[at]);
        }
    }

    @Test
    final void theSplitsAreThreeAndEachIsTheSameAtEveryCall() {
        Dataset dataset = dataset();
        assertThat(dataset.test())
                .as("the test split, which selection must not reach by the other two")
                .isNotSameAs(dataset.train())
                .isNotSameAs(dataset.validation());
        assertThat(dataset.validation())
                .as("the validation split, which no parameter is learned from")
                .isNotSameAs(dataset.train());
        List<SplitExamples> again = parts();
        for (int part = 0; part < again.size(); part++) {
            for (int row : SplitExamples.sample(again.get(part).features().rows(), PROBES)) {
                assertSame(parts().get(part), row, again.get(part).digest(row), "of the split asked for twice");
            }
        }
    }

    @Test
    final void theSourceIsStated() {
        DatasetInfo info = dataset().info();
        assertThat(info.name()).as("name of the data set").isNotBlank();
        assertThat(info.source()).as("source of the data set").isNotBlank();
    }

    @Test
    final void checksumsAreSha256() {
        Map<String, String> checksums = dataset().info().checksums();
        assertThat(checksums.keySet()).as("paths with a checksum").noneMatch(String::isBlank);
        assertThat(checksums.values())
                .as("checksums, in lower-case hexadecimal")
                .allMatch(checksum -> checksum.matches("[0-9a-f]{64}"));
        if (!dependsOnSeed()) {
            assertThat(checksums)
                    .as("checksums of a data set that no seed changes, so that it was read")
                    .isNotEmpty();
        }
    }

    @Test
    final void defaultsOfOptionsAreAccepted() {
        RecordComponent[] options = factory().options().getRecordComponents();
        for (RecordComponent option : options) {
            assertThatCode(() -> OptionRecords.defaultOf(option))
                    .as("default of option %s", OptionRecords.key(option))
                    .doesNotThrowAnyException();
        }
        assumeTrue(
                Arrays.stream(options)
                        .allMatch(option -> OptionRecords.defaultOf(option).isPresent()),
                "an option must be given");
        assertThatCode(() -> Components.defaultOptions(factory().options()))
                .as("options of which none is given")
                .doesNotThrowAnyException();
    }

    @Test
    final void filesThatCanBeFetchedAreWellDescribed() {
        List<RemoteFile> files = factory().remoteFiles();
        Set<String> names = new HashSet<>();
        for (RemoteFile file : files) {
            assertThat(names.add(file.name()))
                    .as("%s is listed once", file.name())
                    .isTrue();
            for (URI address : file.addresses()) {
                assertThat(address.getScheme())
                        .as("scheme of the address %s", address)
                        .isIn("http", "https");
                assertThat(address.getHost())
                        .as("host of the address %s", address)
                        .isNotBlank();
            }
            assertThat(!file.unpacked() || file.name().matches(ARCHIVE))
                    .as("%s, to be unpacked, is named like an archive", file.name())
                    .isTrue();
        }
        if (!files.isEmpty()) {
            assertThat(factory().filesByHand())
                    .as("how the files that can be fetched are put in place by hand")
                    .isNotBlank();
        }
    }

    private Dataset dataset() {
        if (made == null) {
            made = make(context());
        }
        return made;
    }

    private Dataset make(TestContext context) {
        return factory().create(options(), context);
    }

    private List<SplitExamples> parts() {
        return parts(dataset());
    }

    private List<SplitExamples> parts(Dataset dataset) {
        return SplitExamples.of(dataset, sampleSize());
    }

    private static long[] digests(SplitExamples examples) {
        return Arrays.stream(examples.sample()).mapToLong(examples::digest).toArray();
    }

    private static void assertSame(SplitExamples examples, int row, long other, String how) {
        assertThat(other).as("digest of %s, %s", example(examples, row), how).isEqualTo(examples.digest(row));
    }

    private static String example(SplitExamples examples, int row) {
        return "example " + row + " of " + examples.part();
    }
}
