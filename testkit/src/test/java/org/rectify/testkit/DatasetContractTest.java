package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.MeasuredSplit;
import org.rectify.api.dataset.RemoteFile;
import org.rectify.api.dataset.Split;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.random.RandomStreams;

/** Each check of the contract fails on a data set that is wrong in just that. */
class DatasetContractTest {

    @Test
    void sizesThatAreNotDeclaredAreFound() {
        Points wrong = new Points() {
            @Override
            Split split(String name, int size, RandomStreams streams) {
                return super.split(name, name.equals("validation") ? size - 1 : size, streams);
            }
        };
        assertFails(contract(wrong)::sizesAreAsDeclared, "validation=19");
    }

    @Test
    void descriptionsOfOtherExamplesAreFound() {
        Points wrong = new Points() {
            @Override
            public DataFacts describe(Options options, ComponentContext context) {
                return facts(20, 31);
            }
        };
        assertFails(contract(wrong)::theDescriptionIsThatOfTheExamples, "test=31");
        assertThatCode(contract(new Points() {
                    @Override
                    public DataFacts describe(Options options, ComponentContext context) {
                        return facts(-1, 30);
                    }
                })::theDescriptionIsThatOfTheExamples)
                .doesNotThrowAnyException();
    }

    private static DataFacts facts(int validation, int test) {
        return new DataFacts(
                "points",
                List.of(Points.COLUMNS),
                OutputRange.UNIT_INTERVAL,
                List.of("even", "odd"),
                List.of(),
                40,
                validation,
                test,
                0);
    }

    @Test
    void featuresOfAnotherSizeAreFound() {
        Points wrong = new Points() {
            @Override
            Split split(String name, int size, RandomStreams streams) {
                Features features = features(name, size + 1, streams);
                return new Split() {
                    @Override
                    public Features features() {
                        return features;
                    }

                    @Override
                    public int label(int row) {
                        return 0;
                    }

                    @Override
                    public int size() {
                        return size;
                    }
                };
            }
        };
        assertFails(contract(wrong)::sizesAreAsDeclared, "rows of the features of a split of 40");
    }

    @Test
    void examplesOfAnotherShapeAreFound() {
        Points wrong = new Points() {
            @Override
            public Dataset create(Options options, ComponentContext context) {
                Dataset right = super.create(options, context);
                return dataset(
                        right.info(),
                        right.train(),
                        right.validation(),
                        new LabelledSplit(new FloatFeatures(new float[90], 3), row -> 0));
            }
        };
        assertFails(contract(wrong)::examplesHaveTheDeclaredShape, "columns of the test split, of the shape [2]");
    }

    @Test
    void inputsBeyondTheDeclaredRangeAreFound() {
        assertFails(
                contract(spoilt("test", 1.001f))::inputsAreFiniteAndLieInTheDeclaredRange,
                "input 1 of example 7 of the test split is 1.001, declared are finite numbers in [0.0, 1.0]");
        assertFails(
                contract(spoilt("train", Float.NaN))::inputsAreFiniteAndLieInTheDeclaredRange,
                "input 1 of example 7 of the training split is NaN");
    }

    @Test
    void labelsWithoutAClassAreFound() {
        assertFails(
                contract(labelled(2))::labelsAreClasses, "label of example 7 of the validation split, of 2 classes");
        assertFails(contract(labelled(-1))::labelsAreClasses, "label of example 7 of the validation split");
    }

    @Test
    void numbersThatAreNotFiniteAreFound() {
        Points wrong = new MeasuredPoints() {
            @Override
            double target(float[] point, int target) {
                return Math.sqrt(point[0] + point[1] - 1);
            }
        };
        assertFails(contract(wrong)::numbersToBeToldAreFinite, "'sum' of example");
    }

    @Test
    void numbersThatChangeFromCallToCallAreFound() {
        Points wrong = new MeasuredPoints() {
            private int calls;

            @Override
            double target(float[] point, int target) {
                return calls++;
            }
        };
        assertFails(contract(wrong)::examplesAreTheSameAtEveryCall, "read twice");
    }

    @Test
    void numbersOfOneNameAreFound() {
        Points wrong = new MeasuredPoints() {
            @Override
            List<String> targets() {
                return List.of("sum", "sum");
            }
        };
        assertFails(contract(wrong)::whatIsToBeToldHasNamesOfItsOwn, "names of the numbers to be told");
    }

    @Test
    void classesThatAreNumbersTooAreFound() {
        Points wrong = new Points() {
            @Override
            Split split(String name, int size, RandomStreams streams) {
                return new MeasuredSplit(features(name, size, streams), new float[size], 1);
            }
        };
        assertFails(contract(wrong)::classesAreNotNumbersToo, "an example that has a class");
    }

    @Test
    void factsOfOtherExamplesAreFound() {
        Points wrong = new Points() {
            @Override
            public Dataset create(Options options, ComponentContext context) {
                Dataset made = super.create(options, context);
                DataFacts told = made.facts();
                return new OtherFacts(
                        made,
                        new DataFacts(
                                told.name(),
                                List.of(1),
                                told.range(),
                                told.classes(),
                                told.targets(),
                                told.train(),
                                told.validation(),
                                told.test(),
                                told.unlabelled()));
            }
        };
        assertFails(contract(wrong)::factsAreThoseOfTheExamples, "what components are told of the data set");
    }

    /** A data set that tells components something else. */
    private record OtherFacts(Dataset dataset, DataFacts facts) implements Dataset {

        @Override
        public DatasetInfo info() {
            return dataset.info();
        }

        @Override
        public Split train() {
            return dataset.train();
        }

        @Override
        public Split validation() {
            return dataset.validation();
        }

        @Override
        public Split test() {
            return dataset.test();
        }
    }

    @Test
    void classesThatCannotBeToldApartAreFound() {
        assertFails(
                contract(informed("points", "generated", List.of("odd", "odd"), List.of(0.0, 1.0), Map.of()))
                        ::classesHaveNamesAndValuesOfTheirOwn,
                "names of the classes");
        assertFails(
                contract(informed("points", "generated", List.of("even", " "), List.of(0.0, 1.0), Map.of()))
                        ::classesHaveNamesAndValuesOfTheirOwn,
                "names of the classes");
        assertFails(
                contract(informed("points", "generated", List.of("even", "odd"), List.of(1.0, 1.0), Map.of()))
                        ::classesHaveNamesAndValuesOfTheirOwn,
                "values of the classes");
    }

    @Test
    void examplesInTwoSplitsAreFound() {
        Points wrong = new Points() {
            @Override
            Features features(String name, int size, RandomStreams streams) {
                return super.features(name.equals("test") ? "validation" : name, size, streams);
            }
        };
        assertFails(
                contract(wrong)::noExampleIsInTwoSplits, "example 19 of the test split = example 19 of the validation");
    }

    @Test
    void aSplitThatReachesOneExampleIntoTheNextIsFoundInASampleToo() {
        Points wrong = new Points() {
            @Override
            Features features(String name, int size, RandomStreams streams) {
                float[] all = points("all", 91, streams);
                int first = name.equals("train") ? 0 : name.equals("validation") ? 39 : 60;
                float[] part = new float[2 * size];
                System.arraycopy(all, 2 * first, part, 0, part.length);
                return new FloatFeatures(part, 2);
            }
        };
        assertFails(
                contract(wrong, 9)::noExampleIsInTwoSplits,
                "example 0 of the validation split = example 39 of the training split");
    }

    @Test
    void memoryOfAnEarlierMakingIsFound() {
        AtomicInteger makings = new AtomicInteger();
        Points wrong = new Points() {
            @Override
            public Dataset create(Options options, ComponentContext context) {
                RandomStreams own = new RandomStreams(makings.incrementAndGet());
                return dataset(info(), split("train", 40, own), split("validation", 20, own), split("test", 30, own));
            }
        };
        assertFails(contract(wrong)::theSameSeedGivesTheSame, "digest of example 0 of the training split, made twice");
    }

    @Test
    void anInfoThatChangesIsFound() {
        AtomicInteger calls = new AtomicInteger();
        Points wrong = new Points() {
            @Override
            DatasetInfo info() {
                return info(
                        "points", "made " + calls.incrementAndGet(), List.of("a", "b"), List.of(0.0, 1.0), Map.of());
            }
        };
        assertFails(contract(wrong)::theSameSeedGivesTheSame, "info of the data set made twice");
    }

    @Test
    void randomnessFromElsewhereIsFound() {
        Points wrong = new Points() {
            @Override
            Features features(String name, int size, RandomStreams streams) {
                return super.features(name, size, new RandomStreams(7));
            }
        };
        assertFails(
                contract(wrong)::anotherSeedChangesOnlyWhatDependsOnIt,
                "the training split with another seed is the same");
    }

    @Test
    void aSeedThatChangesWhatIsReadIsFound() {
        DatasetContract<Points.Options> read = new Contract(new Points(), 3_000) {
            @Override
            protected boolean dependsOnSeed() {
                return false;
            }
        };
        assertFails(read::anotherSeedChangesOnlyWhatDependsOnIt, "the training split with another seed is the same");
    }

    @Test
    void rowsThatChangeFromCallToCallAreFound() {
        AtomicInteger calls = new AtomicInteger();
        Points wrong = copying((row, target, offset) -> target[offset] = calls.incrementAndGet() * 1e-6f);
        assertFails(
                contract(wrong)::examplesAreTheSameAtEveryCall,
                "digest of example 0 of the training split, read twice");
    }

    @Test
    void rowsThatDependOnTheOrderOfReadingAreFound() {
        Points wrong = new Points() {
            @Override
            Features features(String name, int size, RandomStreams streams) {
                AtomicInteger last = new AtomicInteger(-1);
                return copying(
                        (FloatFeatures) super.features(name, size, streams),
                        (row, target, offset) -> target[offset] += last.getAndSet(row) == row - 1 ? 0 : 1);
            }
        };
        assertFails(contract(wrong)::theSameSeedGivesTheSameMinibatches, "drawn in a minibatch");
    }

    @Test
    void writingAroundARowIsFound() {
        Points wrong = copying((row, target, offset) -> {
            if (offset + 2 < target.length) {
                target[offset + 2] = 0;
            }
        });
        assertFails(contract(wrong)::copiesTouchOnlyTheirPlace, "nothing around it");
    }

    @Test
    void anOffsetThatIsIgnoredIsFound() {
        Points wrong = copying((row, target, offset) -> {
            if (offset > 0) {
                System.arraycopy(target, offset, target, 0, 2);
                target[offset] = Float.NaN;
            }
        });
        assertFails(contract(wrong)::copiesTouchOnlyTheirPlace, "written from an offset on");
    }

    @Test
    void zerosKeptInSparseRowsAreFound() {
        Points wrong = new Points() {
            @Override
            Features features(String name, int size, RandomStreams streams) {
                int[] offsets =
                        IntStream.rangeClosed(0, size).map(row -> 2 * row).toArray();
                int[] columns =
                        IntStream.range(0, 2 * size).map(entry -> entry % 2).toArray();
                float[] points = points(name, size, streams);
                points[15] = 0;
                return new CompressedRows(2, offsets, columns, points);
            }
        };
        assertFails(
                contract(wrong)::sparseRowsHoldNoZeros, "example 7 of the training split keeps a zero for column 1");
    }

    @Test
    void memorySharedByThreadsIsFound() {
        Thread main = Thread.currentThread();
        Points wrong = copying((row, target, offset) -> target[offset] = Thread.currentThread() == main ? 0 : 1);
        assertFails(contract(wrong)::threadsDoNotDisturbEachOther, "read among threads");
    }

    @Test
    void oneSplitInTwoPlacesIsFound() {
        Points wrong = new Points() {
            @Override
            public Dataset create(Options options, ComponentContext context) {
                Dataset right = super.create(options, context);
                return dataset(right.info(), right.train(), right.test(), right.test());
            }
        };
        assertFails(contract(wrong)::theSplitsAreThreeAndEachIsTheSameAtEveryCall, "the test split, which selection");
    }

    @Test
    void aSourceThatIsNotStatedIsFound() {
        assertFails(
                contract(informed("points", " ", List.of("a", "b"), List.of(0.0, 1.0), Map.of()))::theSourceIsStated,
                "source of the data set");
        assertFails(
                contract(informed("", "generated", List.of("a", "b"), List.of(0.0, 1.0), Map.of()))::theSourceIsStated,
                "name of the data set");
    }

    @Test
    void checksumsOfAnotherKindAreFound() {
        assertFails(
                contract(informed("points", "read", List.of("a", "b"), List.of(0.0, 1.0), Map.of("file", "d41d8cd9")))
                        ::checksumsAreSha256,
                "checksums, in lower-case hexadecimal");
        assertFails(
                contract(informed("points", "read", List.of("a", "b"), List.of(0.0, 1.0), Map.of("", Points.SHA256)))
                        ::checksumsAreSha256,
                "paths with a checksum");
    }

    @Test
    void filesWithoutChecksumsAreFound() {
        DatasetContract<Points.Options> read =
                new Contract(informed("points", "read", List.of("a", "b"), List.of(0.0, 1.0), Map.of()), 3_000) {
                    @Override
                    protected boolean dependsOnSeed() {
                        return false;
                    }
                };
        assertFails(read::checksumsAreSha256, "checksums of a data set that no seed changes");
    }

    @Test
    void defaultsThatAreRefusedAreFound() {
        DatasetContract<WrongOptions> wrong = new DatasetContract<>() {
            @Override
            protected DatasetFactory<WrongOptions> factory() {
                return new WrongFactory();
            }

            @Override
            protected Sizes sizes() {
                return new Sizes(1, 1, 1);
            }
        };
        assertFails(wrong::defaultsOfOptionsAreAccepted, "default of option train-size");
    }

    @Test
    void filesListedTwiceAreFound() {
        RemoteFile file = remote("points.zip", "https://example.org/points.zip");
        assertFails(
                contract(remote("in the folder points", file, file))::filesThatCanBeFetchedAreWellDescribed,
                "points.zip is listed once");
    }

    @Test
    void addressesThatCannotBeFetchedAreFound() {
        assertFails(
                contract(remote("by hand", remote("points.zip", "ftp://example.org/points.zip")))
                        ::filesThatCanBeFetchedAreWellDescribed,
                "scheme of the address ftp://example.org/points.zip");
        assertFails(
                contract(remote("by hand", remote("points.zip", "https:/points.zip")))
                        ::filesThatCanBeFetchedAreWellDescribed,
                "host of the address https:/points.zip");
    }

    @Test
    void archivesThatCannotBeUnpackedAreFound() {
        assertFails(
                contract(remote("by hand", remote("points.7z", "https://example.org/points.7z")))
                        ::filesThatCanBeFetchedAreWellDescribed,
                "points.7z, to be unpacked, is named like an archive");
    }

    @Test
    void filesThatNobodyLearnsToPlaceByHandAreFound() {
        assertFails(
                contract(remote("", remote("points.zip", "https://example.org/points.zip")))
                        ::filesThatCanBeFetchedAreWellDescribed,
                "put in place by hand");
    }

    @Test
    void samplesHoldBothEndsAndNoRowTwice() {
        assertThat(SplitExamples.sample(5, 9)).containsExactly(0, 1, 2, 3, 4);
        assertThat(SplitExamples.sample(81_920_000, 9))
                .containsExactly(0, 1, 2, 3, 27_306_667, 54_613_332, 81_919_997, 81_919_998, 81_919_999);
        assertThat(SplitExamples.sample(11, 10))
                .hasSize(10)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    /** What a wrong data set does to a row that was copied. */
    private interface Copy {
        void spoil(int row, float[] target, int offset);
    }

    private static Points copying(Copy copy) {
        return new Points() {
            @Override
            Features features(String name, int size, RandomStreams streams) {
                return copying((FloatFeatures) super.features(name, size, streams), copy);
            }
        };
    }

    private static DenseFeatures copying(FloatFeatures right, Copy copy) {
        return new DenseFeatures() {
            @Override
            public int rows() {
                return right.rows();
            }

            @Override
            public int columns() {
                return right.columns();
            }

            @Override
            public void copyRow(int row, float[] target, int offset) {
                right.copyRow(row, target, offset);
                copy.spoil(row, target, offset);
            }
        };
    }

    /** Points of which input 1 of example 7 of one split has a value. */
    private static Points spoilt(String split, float value) {
        return new Points() {
            @Override
            Features features(String name, int size, RandomStreams streams) {
                float[] points = points(name, size, streams);
                points[15] = name.equals(split) ? value : points[15];
                return new FloatFeatures(points, 2);
            }
        };
    }

    /** Points of which example 7 of the validation split has a label. */
    private static Points labelled(int label) {
        return new Points() {
            @Override
            Split split(String name, int size, RandomStreams streams) {
                return new LabelledSplit(
                        features(name, size, streams), row -> row == 7 && name.equals("validation") ? label : 0);
            }
        };
    }

    private static Points informed(
            String name, String source, List<String> classes, List<Double> values, Map<String, String> checksums) {
        return new Points() {
            @Override
            DatasetInfo info() {
                return info(name, source, classes, values, checksums);
            }
        };
    }

    private static Points remote(String byHand, RemoteFile... files) {
        return new Points() {
            @Override
            public List<RemoteFile> remoteFiles() {
                return List.of(files);
            }

            @Override
            public String filesByHand() {
                return byHand;
            }
        };
    }

    private static RemoteFile remote(String name, String address) {
        return new RemoteFile(name, List.of(URI.create(address)), 0, "", true);
    }

    private static Dataset dataset(DatasetInfo info, Split train, Split validation, Split test) {
        return new Dataset() {
            @Override
            public DatasetInfo info() {
                return info;
            }

            @Override
            public Split train() {
                return train;
            }

            @Override
            public Split validation() {
                return validation;
            }

            @Override
            public Split test() {
                return test;
            }
        };
    }

    record WrongOptions(
            @Describe(value = "Training examples.", defaultsTo = "many", range = "[1, 1000]")
            int trainSize) {}

    private static final class WrongFactory implements DatasetFactory<WrongOptions> {

        @Override
        public String name() {
            return "wrong";
        }

        @Override
        public String summary() {
            return "A data set whose default is no number.";
        }

        @Override
        public Class<WrongOptions> options() {
            return WrongOptions.class;
        }

        @Override
        public Dataset create(WrongOptions options, ComponentContext context) {
            throw new IllegalStateException("options could be made");
        }
    }

    private static DatasetContract<Points.Options> contract(Points wrong) {
        return contract(wrong, 3_000);
    }

    private static DatasetContract<Points.Options> contract(Points wrong, int sampleSize) {
        return new Contract(wrong, sampleSize);
    }

    /** The contract of points; not run by itself. */
    private static class Contract extends DatasetContract<Points.Options> {

        private final Points points;
        private final int sampleSize;

        Contract(Points points, int sampleSize) {
            this.points = points;
            this.sampleSize = sampleSize;
        }

        @Override
        protected DatasetFactory<Points.Options> factory() {
            return points;
        }

        @Override
        protected Sizes sizes() {
            return new Sizes(40, 20, 30);
        }

        @Override
        protected boolean dependsOnSeed() {
            return true;
        }

        @Override
        protected int sampleSize() {
            return sampleSize;
        }
    }

    private static void assertFails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
