package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.array.OutputRange;
import org.rectify.api.reconstruction.Reconstruction;

/** Each check of the contract fails on a reconstruction that is wrong in just that. */
class ReconstructionContractTest {

    @Test
    void aReconstructionOfNothingIsFound() {
        Reconstruction wrong = new Square() {
            @Override
            public OutputRange targets() {
                return new OutputRange(2, 3);
            }
        };
        assertFails(contract(wrong)::someValuesAreAccepted, "ranges of values");
    }

    @Test
    void acceptanceAgainstTheIntervalIsFound() {
        Reconstruction wrong = new Square() {
            @Override
            public boolean accepts(OutputRange values) {
                return values.lowest() >= 0;
            }
        };
        assertFails(
                contract(wrong)::acceptedValuesAreThoseWhoseTargetsHaveTheirInterval, "whether values in [-1.0, 1.0]");
    }

    @Test
    void targetsBeyondTheirDeclaredRangeAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double target(double value, OutputRange range) {
                return 2 * value;
            }
        };
        assertFails(contract(wrong)::targetsLieInTheDeclaredRange, "declared for values in [0.0, 1.0]");
    }

    @Test
    void targetsOfHalfNegatedValuesThatKeepTheirSignsAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public OutputRange targets() {
                return OutputRange.NON_NEGATIVE;
            }
        };
        assertFails(contract(wrong)::targetsOfHalfNegatedValuesLieInTheInterval, "of negated values in [0.0, 1.0]");
    }

    @Test
    void reconstructionsBeyondTheIntervalAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public OutputRange targets() {
                return OutputRange.NON_NEGATIVE;
            }
        };
        assertFails(contract(wrong)::reconstructionsLieInTheInterval, "reconstructions of type FLOAT outside");
    }

    @Test
    void wrongGradientsAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double cost(INDArray preActivations, INDArray targets, INDArray gradients) {
                double cost = super.cost(preActivations, targets, gradients);
                gradients.muli(1.00001);
                return cost;
            }
        };
        assertFails(contract(wrong)::gradientsAgreeWithFiniteDifferences, "gradient of example 0");
    }

    @Test
    void gradientsAddedToWhatWasThereAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double cost(INDArray preActivations, INDArray targets, INDArray gradients) {
                INDArray fresh = gradients.ulike();
                double cost = super.cost(preActivations, targets, fresh);
                gradients.addi(fresh);
                return cost;
            }
        };
        assertFails(contract(wrong)::gradientsAgreeWithFiniteDifferences, "gradient of example 0");
    }

    @Test
    void gradientsThatAreWrongForTargetsOfOneAloneAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double derivative(double z, double target) {
                return target == 1 ? z : z - target;
            }
        };
        assertFails(
                contract(wrong)::gradientsOfAllZeroAndAllOneTargetsAgreeWithFiniteDifferences, "gradient of example 0");
    }

    @Test
    void costsThatOverflowAreFound() {
        assertFails(
                contract(new NaiveCrossEntropy())::costsOfExtremePreActivationsAreFinite, "cost of type FLOAT, target");
    }

    @Test
    void costsThatAreClampedAtExtremesAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double cost(double z, double target) {
                double near = Math.max(-60, Math.min(60, z));
                return super.cost(near, target);
            }
        };
        assertFails(contract(wrong)::costsOfExtremePreActivationsGrowAsTheirGradientsSay, "gradient at z = 1000000.0");
    }

    @Test
    void costsThatLeadAwayFromTheTargetAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double derivative(double z, double target) {
                return target - z;
            }
        };
        assertFails(contract(wrong)::downhillLeadsTowardsTheTarget, "error times gradient");
    }

    @Test
    void costsThatAreAveragedAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double cost(INDArray preActivations, INDArray targets, INDArray gradients) {
                return super.cost(preActivations, targets, gradients) / preActivations.rows();
            }
        };
        assertFails(contract(wrong)::costsAreSummedOverExamples, "cost of five examples");
    }

    @Test
    void nanThatIsSwallowedIsFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double derivative(double z, double target) {
                return z > target ? z - target : z < target ? z - target : 0;
            }
        };
        assertFails(contract(wrong)::nanGivesNan, "gradient at NaN");
    }

    @Test
    void precisionsThatDisagreeAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public void decode(INDArray preActivations, INDArray reconstructions) {
                super.decode(preActivations, reconstructions);
                reconstructions.muli(Matrices.isDouble(reconstructions) ? 1 : 1.0001);
            }
        };
        assertFails(contract(wrong)::bothPrecisionsAgree, "reconstructions, element");
    }

    @Test
    void inputsThatAreChangedAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double cost(INDArray preActivations, INDArray targets, INDArray gradients) {
                double cost = super.cost(preActivations, targets, gradients);
                targets.assign(gradients);
                return cost;
            }
        };
        assertFails(contract(wrong)::inputsAreLeftUntouched, "targets after cost");
    }

    @Test
    void disregardOfTheLayoutIsFound() {
        Reconstruction wrong = new Square() {
            @Override
            public void decode(INDArray preActivations, INDArray reconstructions) {
                for (long i = 0; i < preActivations.length(); i++) {
                    reconstructions.putScalar(i, preActivations.data().getDouble(i));
                }
            }
        };
        assertFails(contract(wrong)::everyLayoutInMemoryWillDo, "reconstructions in layout COLUMNS from layout ROWS");
    }

    @Test
    void writingAroundAViewIsFound() {
        Reconstruction wrong = new Square() {
            @Override
            public void target(INDArray values, OutputRange range, INDArray targets) {
                for (long i = 0; i < targets.data().length(); i++) {
                    targets.data().put(i, 0.5);
                }
            }
        };
        assertFails(contract(wrong)::whatSurroundsAViewIsLeftUntouched, "written into a view");
    }

    @Test
    void memoryBetweenCallsIsFound() {
        AtomicInteger calls = new AtomicInteger();
        Reconstruction wrong = new Square() {
            @Override
            public double cost(INDArray preActivations, INDArray targets, INDArray gradients) {
                return super.cost(preActivations, targets, gradients) + calls.incrementAndGet();
            }
        };
        assertFails(contract(wrong)::theSameInputsAlwaysGiveTheSame, "cost asked again");
        assertFails(contract(wrong)::threadsDoNotDisturbEachOther, "cost among threads");
    }

    @Test
    void wrongScalarDerivativesAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double derivative(double z, double target) {
                return 1.00001 * (z - target);
            }
        };
        assertFails(contract(wrong)::scalarDerivativesAgreeWithFiniteDifferences, "derivative at z");
    }

    @Test
    void arrayFormsThatDisagreeWithScalarFormsAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double cost(INDArray preActivations, INDArray targets, INDArray gradients) {
                return super.cost(preActivations, targets, gradients) + 1e-6;
            }
        };
        assertFails(contract(wrong)::arrayFormsAgreeWithScalarForms, "cost");
    }

    @Test
    void bulkTargetsThatDisagreeWithScalarFormsAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public void target(float[] values, int from, int to, OutputRange range, float[] targets) {
                for (int i = from; i < to; i++) {
                    targets[i] = Math.abs(values[i]);
                }
            }
        };
        assertFails(contract(wrong)::bulkTargetsAgreeWithScalarForms, "bulk target of -");
    }

    @Test
    void bulkReconstructionsThatDisagreeWithScalarFormsAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public void decode(float[] z, int from, int to, float[] reconstructions) {
                for (int i = from; i < to; i++) {
                    reconstructions[i] = Math.min(30, z[i]);
                }
            }
        };
        assertFails(contract(wrong)::bulkReconstructionsAgreeWithScalarForms, "bulk reconstruction at z = 3");
    }

    @Test
    void bulkCostsThatDisagreeWithScalarFormsAreFound() {
        assertFails(
                contract(bulkCost((z, t) -> 0.5001 * (z - t) * (z - t), (z, t) -> z - t))
                        ::bulkCostsAgreeWithScalarForms,
                "bulk cost at z");
        assertFails(
                contract(bulkCost((z, t) -> 0.5 * (z - t) * (z - t), (z, t) -> 1.001 * (z - t)))
                        ::bulkCostsAgreeWithScalarForms,
                "bulk gradient at z");
    }

    @Test
    void costsLostInLongSumsAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double cost(float[] z, float[] targets, int from, int to, float[] gradients) {
                return super.cost(z, targets, from, Math.min(to, from + 512), gradients);
            }
        };
        assertFails(contract(wrong)::bulkCostsAgreeWithScalarForms, "bulk cost of ");
    }

    @Test
    void bulkGradientsBeyondTheirPartAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double cost(float[] z, float[] targets, int from, int to, float[] gradients) {
                double cost = super.cost(z, targets, from, to, gradients);
                Arrays.fill(gradients, to, Math.min(gradients.length, to + 1), 0);
                return cost;
            }
        };
        assertFails(contract(wrong)::bulkFormsTouchOnlyTheirPart, "bulk gradients [0, 0), place 0, which lies outside");
    }

    @Test
    void aBulkFormThatCannotWorkInPlaceIsFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double cost(float[] z, float[] targets, int from, int to, float[] gradients) {
                Arrays.fill(gradients, from, to, 0);
                return super.cost(z, targets, from, to, gradients);
            }
        };
        assertFails(contract(wrong)::bulkResultsMayOverwriteTheirInputs, "gradients take the place of pre-activations");
    }

    @Test
    void bulkInputsThatAreChangedAreFound() {
        Reconstruction wrong = new Square() {
            @Override
            public double cost(float[] z, float[] targets, int from, int to, float[] gradients) {
                double cost = super.cost(z, targets, from, to, gradients);
                Arrays.fill(targets, from, to, 0);
                return cost;
            }
        };
        assertFails(contract(wrong)::bulkInputsAreLeftUntouched, "targets after the bulk cost");
    }

    /** The definition taken at its word: 0 times infinity where the sigmoid rounds to 0 or 1. */
    private static final class NaiveCrossEntropy extends Square {

        @Override
        public OutputRange targets() {
            return OutputRange.UNIT_INTERVAL;
        }

        @Override
        public double decode(double z) {
            return 1 / (1 + Math.exp(-z));
        }

        @Override
        public double cost(double z, double target) {
            return -target * Math.log(decode(z)) - (1 - target) * Math.log(1 - decode(z));
        }

        @Override
        public double derivative(double z, double target) {
            return decode(z) - target;
        }
    }

    private interface Part {
        double of(double z, double target);
    }

    private static Reconstruction bulkCost(Part cost, Part derivative) {
        return new Square() {
            @Override
            public double cost(float[] z, float[] targets, int from, int to, float[] gradients) {
                double sum = 0;
                for (int i = from; i < to; i++) {
                    sum += cost.of(z[i], targets[i]);
                    gradients[i] = (float) derivative.of(z[i], targets[i]);
                }
                return sum;
            }
        };
    }

    private static ReconstructionContract contract(Reconstruction wrong) {
        return new ReconstructionContract() {
            @Override
            protected Reconstruction reconstruction() {
                return wrong;
            }
        };
    }

    private static void assertFails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
