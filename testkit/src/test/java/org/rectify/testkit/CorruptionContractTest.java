package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/** Each check of the contract fails on a corruption that is wrong in just that. */
class CorruptionContractTest {

    @Test
    void placesThatAreNotWrittenAreFound() {
        Corruption wrong = new Blackout() {
            @Override
            public void corrupt(INDArray clean, INDArray corrupted, RandomStream random) {
                corrupted.putScalar(2, 5, 1);
            }
        };
        assertFails(contract(wrong)::everyPlaceIsWritten, "not written");
    }

    @Test
    void randomnessFromElsewhereIsFound() {
        RandomStream own = new RandomStreams(1).stream("own");
        Corruption wrong = new Blackout() {
            @Override
            public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
                super.corrupt(clean, from, to, corrupted, own);
            }
        };
        assertFails(contract(wrong)::theSameStreamGivesTheSame, "from the same stream");
    }

    @Test
    void theSameNoiseEachTimeIsFound() {
        Corruption wrong = new Blackout() {
            @Override
            public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
                super.corrupt(clean, from, to, corrupted, new RandomStreams(1).stream("fixed"));
            }
        };
        assertFails(contract(wrong)::eachPresentationHasItsOwnNoise, "the same noise");
    }

    @Test
    void valuesBeyondTheDeclaredRangeAreFound() {
        Corruption wrong = new Blackout() {
            @Override
            public OutputRange range(OutputRange clean) {
                return clean;
            }
        };
        assertFails(contract(wrong)::valuesLieInTheDeclaredRange, "declared for clean values in [2.0, 3.0]");
    }

    @Test
    void precisionsThatDisagreeAreFound() {
        Corruption wrong = new Blackout() {
            @Override
            public void corrupt(INDArray clean, INDArray corrupted, RandomStream random) {
                super.corrupt(clean, corrupted, random);
                corrupted.muli(Matrices.isDouble(corrupted) ? 1 : 1.0001);
            }
        };
        assertFails(contract(wrong)::bothPrecisionsAgree, "corrupted, element");
    }

    @Test
    void cleanValuesThatAreChangedAreFound() {
        Corruption wrong = new Blackout() {
            @Override
            public void corrupt(INDArray clean, INDArray corrupted, RandomStream random) {
                super.corrupt(clean, clean, random);
                corrupted.assign(clean);
            }
        };
        assertFails(contract(wrong)::cleanValuesAreLeftUntouched, "clean values after corruption");
    }

    @Test
    void disregardOfTheLayoutIsFound() {
        Corruption wrong = new Blackout() {
            @Override
            public void corrupt(INDArray clean, INDArray corrupted, RandomStream random) {
                for (long i = 0; i < clean.length(); i++) {
                    corrupted.putScalar(i, clean.data().getDouble(i));
                }
            }
        };
        assertFails(contract(wrong)::everyLayoutInMemoryWillDo, "in layout COLUMNS from layout ROWS");
    }

    @Test
    void writingAroundAViewIsFound() {
        Corruption wrong = new Blackout() {
            @Override
            public void corrupt(INDArray clean, INDArray corrupted, RandomStream random) {
                for (long i = 0; i < corrupted.data().length(); i++) {
                    corrupted.data().put(i, 0.5);
                }
            }
        };
        assertFails(contract(wrong)::whatSurroundsAViewIsLeftUntouched, "written into a view");
    }

    @Test
    void memorySharedByThreadsIsFound() {
        AtomicInteger calls = new AtomicInteger();
        Corruption wrong = new Blackout() {
            @Override
            public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
                super.corrupt(clean, from, to, corrupted, random);
                corrupted[from] = calls.incrementAndGet();
            }
        };
        assertFails(contract(wrong)::threadsDoNotDisturbEachOther, "corrupted among threads");
    }

    @Test
    void aWrongRateIsFound() {
        assertFails(contract(new Blackout(), 0.104)::valuesChangeAtTheirRate, "at a rate of 0.104");
    }

    @Test
    void placesThatAreNeverCorruptedAreFound() {
        Corruption wrong = new Blackout() {
            @Override
            public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
                super.corrupt(clean, from, to, corrupted, random);
                corrupted[to - 1] = clean[to - 1];
            }
        };
        assertFails(contract(wrong, 0.1)::valuesChangeAtTheirRate, "at place 130");
    }

    @Test
    void noiseThatClustersIsFound() {
        Corruption wrong = new Blackout() {
            @Override
            public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
                super.corrupt(clean, from, to, corrupted, random);
                for (int i = from; i + 1 < to; i += 2) {
                    corrupted[i + 1] = corrupted[i] == 0 ? 0 : clean[i + 1];
                }
            }
        };
        assertFails(contract(wrong, 0.1)::valuesChangeAtTheirRate, "that changed together");
    }

    @Test
    void arraysThatAreNotCorruptedRowAfterRowAreFound() {
        Corruption wrong = new Blackout() {
            @Override
            public void corrupt(INDArray clean, INDArray corrupted, RandomStream random) {
                random.nextLong();
                super.corrupt(clean, corrupted, random);
            }
        };
        assertFails(contract(wrong)::theArrayFormIsTheBulkFormRowAfterRow, "rows from the same stream");
    }

    @Test
    void bulkCorruptionBeyondItsPartIsFound() {
        Corruption wrong = new Blackout() {
            @Override
            public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
                super.corrupt(clean, from, Math.min(clean.length, (to + 7) / 8 * 8), corrupted, random);
            }
        };
        assertFails(contract(wrong)::bulkFormsTouchOnlyTheirPart, "place 7, which lies outside");
    }

    @Test
    void noiseThatDependsOnThePlaceIsFound() {
        Corruption wrong = new Blackout() {
            @Override
            public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
                for (int i = 0; i < from % 3; i++) {
                    random.nextLong();
                }
                super.corrupt(clean, from, to, corrupted, random);
            }
        };
        assertFails(contract(wrong)::bulkFormsTouchOnlyTheirPart, "which lies inside");
    }

    @Test
    void bulkInputsThatAreChangedAreFound() {
        Corruption wrong = new Blackout() {
            @Override
            public void corrupt(float[] clean, int from, int to, float[] corrupted, RandomStream random) {
                super.corrupt(clean, from, to, corrupted, random);
                Arrays.fill(clean, from, to, 0);
            }
        };
        assertFails(contract(wrong)::bulkInputsAreLeftUntouched, "after the bulk corruption");
    }

    private static CorruptionContract contract(Corruption wrong) {
        return contract(wrong, Double.NaN);
    }

    private static CorruptionContract contract(Corruption wrong, double rateOfOnes) {
        return new CorruptionContract() {
            @Override
            protected Corruption corruption() {
                return wrong;
            }

            @Override
            protected OptionalDouble rate(double clean) {
                return clean == 0 || Double.isNaN(rateOfOnes) ? OptionalDouble.empty() : OptionalDouble.of(rateOfOnes);
            }
        };
    }

    private static void assertFails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
