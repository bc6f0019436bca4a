package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/** Each check of the contract fails on an initializer that is wrong in just that. */
class InitializerContractTest {

    @Test
    void weightsThatAreNotFilledAreFound() {
        assertFails(
                contract((weights, random) -> {
                    for (int row = 1; row < weights.rows(); row++) {
                        weights.getRow(row).assign(random.nextGaussian());
                    }
                })::everyWeightIsFilledAndFinite,
                "of a layer 13 x 7 that are not filled");
    }

    @Test
    void weightsThatAreInfiniteWithASingleInputAreFound() {
        Initializer wrong = new Bell() {
            @Override
            public void fill(INDArray weights, RandomStream random) {
                super.fill(weights, random);
                weights.divi(weights.rows() - 1);
            }
        };
        assertFails(contract(wrong)::everyWeightIsFilledAndFinite, "of a layer 1 x 9");
    }

    @Test
    void randomnessFromElsewhereIsFound() {
        RandomStream own = new RandomStreams(7).stream("own");
        assertFails(
                contract((weights, random) -> new Bell().fill(weights, own))::theSameStreamGivesTheSame,
                "filled again from the same stream");
    }

    @Test
    void memoryOfEarlierLayersIsFound() {
        Initializer wrong = new Bell() {
            private int layers;

            @Override
            public void fill(INDArray weights, RandomStream random) {
                super.fill(weights, random);
                weights.muli(1 + layers++);
            }
        };
        assertFails(contract(wrong)::theSameStreamGivesTheSame, "filled again from the same stream");
    }

    @Test
    void weightsAddedToWhatWasThereAreFound() {
        assertFails(
                contract((weights, random) -> {
                    INDArray fresh = weights.ulike();
                    new Bell().fill(fresh, random);
                    weights.addi(fresh);
                })::whatWasThereChangesNothing,
                "filled over other numbers");
    }

    @Test
    void aStreamThatIsNotUsedIsFound() {
        assertFails(
                contract((weights, random) -> new Bell().fill(weights, new RandomStreams(7).stream("own")))
                        ::anotherStreamGivesOtherWeights,
                "two streams give the same weights");
    }

    @Test
    void theGlobalGeneratorIsFoundOutEvenIfItIsSeeded() {
        assertFails(
                contract((weights, random) -> {
                    Nd4j.getRandom().setSeed(random.nextLong());
                    weights.assign(Nd4j.randn(weights.dataType(), weights.shape()));
                })::theGlobalGeneratorIsLeftAlone,
                "global generator");
    }

    @Test
    void weightsDrawnColumnAfterColumnAreFound() {
        assertFails(
                contract((weights, random) -> new Bell().fill(weights.transpose(), random))::weightsAreDrawnRowAfterRow,
                "correlation of the weights of 4 inputs");
    }

    @Test
    void precisionsThatDisagreeAreFound() {
        Initializer wrong = new Bell() {
            @Override
            public void fill(INDArray weights, RandomStream random) {
                if (Matrices.isDouble(weights)) {
                    random.nextLong();
                }
                super.fill(weights, random);
            }
        };
        assertFails(contract(wrong)::bothPrecisionsAgree, "weights of 32 bits of a layer 13 x 7");
    }

    @Test
    void disregardOfTheLayoutIsFound() {
        assertFails(
                contract((weights, random) -> {
                    DataBuffer memory = weights.data();
                    for (long i = 0; i < weights.length(); i++) {
                        memory.put(i, random.nextGaussian());
                    }
                })::everyLayoutInMemoryWillDo,
                "of a layer 13 x 7 in layout COLUMNS");
    }

    @Test
    void writingAroundAViewIsFound() {
        assertFails(
                contract((weights, random) -> {
                    DataBuffer memory = weights.data();
                    for (long i = 0; i < memory.length(); i++) {
                        memory.put(i, random.nextGaussian());
                    }
                })::whatSurroundsAViewIsLeftUntouched,
                "filled into a view");
    }

    @Test
    void memorySharedByThreadsIsFound() {
        double[] shared = new double[1000];
        assertFails(
                contract((weights, random) -> {
                    int length = Math.toIntExact(weights.length());
                    for (int i = 0; i < length; i++) {
                        shared[i] = random.nextGaussian();
                        Thread.yield();
                    }
                    Matrices.fill(weights, shared);
                })::threadsDoNotDisturbEachOther,
                "filled among threads");
    }

    @Test
    void anotherVarianceThanDeclaredIsFound() {
        InitializerContract contract = new InitializerContract() {
            @Override
            protected Initializer initializer() {
                return new Bell();
            }

            @Override
            protected OptionalDouble variance(int inputs, int units) {
                return OptionalDouble.of(2.0 / (inputs + units));
            }
        };
        assertFails(contract::theVarianceIsAsDeclared, "variance of the weights of a layer 200 x 60");
    }

    @Test
    void anInitializerThatLooksAtNothingIsFound() {
        Initializer wrong = new MeasuredBell() {
            @Override
            public int examples() {
                return 0;
            }
        };
        assertFails(contract(wrong)::itLooksAtExamples, "examples it looks at");
    }

    @Test
    void inputsThatAreIgnoredAreFound() {
        Initializer wrong = new MeasuredBell() {
            @Override
            public void fill(INDArray weights, INDArray inputs, RandomStream random) {
                fill(weights, random);
            }
        };
        assertFails(contract(wrong)::itLooksAtExamples, "ten times as large");
    }

    @Test
    void aDivisionByInputsThatAreAllZeroIsFound() {
        Initializer wrong = new MeasuredBell() {
            @Override
            double size(INDArray preActivations) {
                return preActivations.norm2Number().doubleValue();
            }
        };
        assertFails(contract(wrong)::anyInputsGiveFiniteWeights, "from 1 examples whose inputs are all zero");
    }

    @Test
    void inputsThatAreChangedAreFound() {
        Initializer wrong = new MeasuredBell() {
            @Override
            public void fill(INDArray weights, INDArray inputs, RandomStream random) {
                super.fill(weights, inputs.muli(0.5), random);
            }
        };
        assertFails(contract(wrong)::theSameInputsGiveTheSame, "inputs after they were looked at");
    }

    @Test
    void memoryOfEarlierInputsIsFound() {
        Initializer wrong = new MeasuredBell() {
            private double sum = 1;

            @Override
            double size(INDArray preActivations) {
                sum += super.size(preActivations);
                return sum;
            }
        };
        assertFails(contract(wrong)::theSameInputsGiveTheSame, "filled again from the same inputs");
    }

    private static InitializerContract contract(Initializer wrong) {
        return new InitializerContract() {
            @Override
            protected Initializer initializer() {
                return wrong;
            }
        };
    }

    private static void assertFails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
