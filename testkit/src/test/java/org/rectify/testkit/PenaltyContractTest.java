package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.penalty.Penalty;

/** Each check of the contract fails on a penalty that is wrong in just that. */
class PenaltyContractTest {

    @Test
    void wrongGradientsOfAMinibatchAreFound() {
        Penalty wrong = new SquaredMeans() {
            @Override
            public double cost(int layer, INDArray outputs, INDArray gradients) {
                return super.cost(layer, outputs, gradients) * 1.001;
            }
        };
        assertFails(
                contract(wrong)::gradientsOfAMinibatchAgreeWithFiniteDifferences, "gradient of output 0 of example 0");
    }

    @Test
    void aCostThatIsNowhereSmoothIsFound() {
        Penalty wrong = new SquaredMeans() {
            @Override
            public double cost(int layer, INDArray outputs, INDArray gradients) {
                double cost = super.cost(layer, outputs, gradients);
                return cost + 1e-3 * Math.sin(Double.hashCode(cost));
            }
        };
        assertFails(contract(wrong)::gradientsOfAMinibatchAgreeWithFiniteDifferences, "at which the cost is smooth");
    }

    @Test
    void gradientsThatOverwriteOthersAreFound() {
        Penalty wrong = new SquaredMeans() {
            @Override
            public double cost(int layer, INDArray outputs, INDArray gradients) {
                return super.cost(layer, outputs, gradients.assign(0));
            }
        };
        assertFails(contract(wrong)::gradientsAreAddedToWhatIsThere, "added to others");
    }

    @Test
    void aCostThatGoesByTheFirstExampleIsFound() {
        Penalty wrong = new SquaredMeans() {
            @Override
            public double cost(int layer, INDArray outputs, INDArray gradients) {
                return super.cost(layer, outputs, gradients) + Math.abs(outputs.getDouble(0, 0));
            }
        };
        assertFails(contract(wrong)::theCostDoesNotChangeWithTheOrderOfExamples, "cost of layer 0");
    }

    @Test
    void gradientsThatGoToAnotherExampleAreFound() {
        Penalty wrong = new SquaredMeans() {
            @Override
            public double cost(int layer, INDArray outputs, INDArray gradients) {
                double cost = super.cost(layer, outputs, gradients);
                gradients.getRow(0).muli(2);
                return cost;
            }
        };
        assertFails(contract(wrong)::theCostDoesNotChangeWithTheOrderOfExamples, "gradients of layer 0");
    }

    @Test
    void aSumOverExamplesIsFound() {
        Penalty wrong = new SquaredOutputs() {
            @Override
            public double cost(int layer, INDArray outputs, INDArray gradients) {
                return super.cost(layer, outputs, gradients) * outputs.rows();
            }
        };
        assertFails(contract(wrong)::theCostIsAMeanOverExamples, "every example twice");
        assertFails(contract(wrong)::theArrayFormIsTheMeanOfTheScalarForm, "beside that of its outputs one by one");
    }

    @Test
    void aMinibatchThatIsRewardedIsFound() {
        Penalty wrong = new SquaredMeans() {
            @Override
            public double cost(int layer, INDArray outputs, INDArray gradients) {
                return super.cost(layer, outputs, gradients) - 1e3;
            }
        };
        assertFails(contract(wrong)::costsOfMinibatchesAreFiniteAndNotNegative, "1 examples of type FLOAT in layer 0");
    }

    @Test
    void aDeviationThatASingleExampleDoesNotHaveIsFound() {
        Penalty wrong = new SquaredMeans() {
            @Override
            public double cost(int layer, INDArray outputs, INDArray gradients) {
                return super.cost(layer, outputs, gradients) / (outputs.rows() - 1);
            }
        };
        assertFails(contract(wrong)::costsOfMinibatchesAreFiniteAndNotNegative, "cost of 1 examples");
    }

    @Test
    void gradientsThatAreNotFiniteAreFound() {
        Penalty wrong = new SquaredMeans() {
            @Override
            public double cost(int layer, INDArray outputs, INDArray gradients) {
                gradients.divi(outputs.rows() - 1);
                return super.cost(layer, outputs, gradients);
            }
        };
        assertFails(contract(wrong)::costsOfMinibatchesAreFiniteAndNotNegative, "gradients that are not finite");
    }

    @Test
    void aLogarithmOfSilenceIsFound() {
        Penalty wrong = new SquaredMeans() {
            @Override
            public double cost(int layer, INDArray outputs, INDArray gradients) {
                return -Math.log(super.cost(layer, outputs, gradients));
            }
        };
        assertFails(contract(wrong)::aSilentLayerHasAFiniteCost, "outputs that are all zero");
    }

    @Test
    void precisionsThatDisagreeAreFound() {
        Penalty wrong = new SquaredMeans() {
            @Override
            public double cost(int layer, INDArray outputs, INDArray gradients) {
                return super.cost(layer, outputs, gradients) * (Matrices.isDouble(outputs) ? 1 : 1.001);
            }
        };
        assertFails(contract(wrong)::bothPrecisionsAgree, "cost of outputs of 32 bits");
    }

    @Test
    void outputsThatAreChangedAreFound() {
        Penalty wrong = new SquaredMeans() {
            @Override
            public double cost(int layer, INDArray outputs, INDArray gradients) {
                double cost = super.cost(layer, outputs, gradients);
                outputs.muli(0.5);
                return cost;
            }
        };
        assertFails(contract(wrong)::outputsAreLeftUntouched, "outputs after they have paid");
    }

    @Test
    void memoryOfEarlierMinibatchesIsFound() {
        Penalty wrong = new SquaredMeans() {
            private double average;

            @Override
            public double cost(int layer, INDArray outputs, INDArray gradients) {
                average = 0.9 * average + 0.1 * super.cost(layer, outputs, gradients);
                return average;
            }
        };
        assertFails(contract(wrong)::theSameMinibatchAlwaysCostsTheSame, "cost, asked again");
    }

    @Test
    void disregardOfTheLayoutIsFound() {
        Penalty wrong = new SquaredOutputs() {
            @Override
            public double cost(int layer, INDArray outputs, INDArray gradients) {
                for (long i = 0; i < gradients.length(); i++) {
                    gradients.data().put(i, derivative(layer, outputs.data().getDouble(i)));
                }
                return 0;
            }
        };
        assertFails(contract(wrong)::everyLayoutInMemoryWillDo, "gradients in layout COLUMNS from layout ROWS");
    }

    @Test
    void wrongDerivativesOfOutputsAreFound() {
        Penalty wrong = new SquaredOutputs() {
            @Override
            public double derivative(int layer, double a) {
                return super.derivative(layer, a) + (layer == 1 ? 1e-4 : 0);
            }
        };
        assertFails(contract(wrong)::derivativesAgreeWithFiniteDifferences, "of the cost of layer 1 at");
    }

    @Test
    void wrongDerivativesOfWeightsAreFound() {
        Penalty wrong = new Decay() {
            @Override
            public double derivative(Parameter parameter, double weight) {
                return super.derivative(parameter, weight) + (parameter.output() ? 1e-4 : 0);
            }
        };
        assertFails(contract(wrong)::derivativesAgreeWithFiniteDifferences, "of the cost of output/weights at");
    }

    @Test
    void aSlopeAtTheKinkIsFound() {
        Penalty wrong = new SquaredOutputs() {
            @Override
            public double derivative(int layer, double a) {
                return a >= 0 ? a + 0.1 : a - 0.1;
            }
        };
        assertFails(contract(wrong)::theDerivativeAtAKinkAtZeroIsZero, "where it has a kink");
    }

    @Test
    void rewardsAreFound() {
        Penalty wrong = new Decay() {
            @Override
            public double value(Parameter parameter, double weight) {
                return super.value(parameter, weight) - 0.1;
            }
        };
        assertFails(contract(wrong)::costsAreFiniteAndNotNegative, "cost of layer-1/weights at");
    }

    @Test
    void bulkCostsThatDisagreeWithScalarFormsAreFound() {
        Penalty wrong = new SquaredOutputs() {
            @Override
            public double value(int layer, float[] a, int from, int to) {
                return super.value(layer, a, from, to - to % 8);
            }
        };
        assertFails(contract(wrong)::bulkCostsAgreeWithScalarForms, "bulk cost of layer 0 of [0, 1)");
    }

    @Test
    void bulkCostsSummedIn32BitsAreFound() {
        Penalty wrong = new Decay() {
            @Override
            public double addDerivative(Parameter parameter, float[] weights, int from, int to, float[] gradients) {
                float sum = 0;
                for (int i = from; i < to; i++) {
                    sum += (float) value(parameter, weights[i]);
                }
                return sum;
            }
        };
        assertFails(contract(wrong)::bulkCostsAgreeWithScalarForms, "of [0, 100000)");
    }

    @Test
    void bulkDerivativesThatDisagreeWithScalarFormsAreFound() {
        Penalty wrong = new SquaredOutputs() {
            @Override
            public void addDerivative(int layer, float[] a, int from, int to, float scale, float[] gradient) {
                super.addDerivative(layer, a, from, to, 1, gradient);
            }
        };
        assertFails(contract(wrong)::bulkDerivativesAgreeWithScalarForms, "0.25 and the bulk derivative of layer 0");
    }

    @Test
    void bulkDerivativesThatOverwriteAreFound() {
        Penalty wrong = new Decay() {
            @Override
            public double addDerivative(Parameter parameter, float[] weights, int from, int to, float[] gradients) {
                for (int i = from; i < to; i++) {
                    gradients[i] = (float) derivative(parameter, weights[i]);
                }
                return 0;
            }
        };
        assertFails(contract(wrong)::bulkDerivativesAgreeWithScalarForms, "bulk derivative of layer-1/weights");
    }

    @Test
    void bulkDerivativesBesideTheirPartAreFound() {
        Penalty wrong = new SquaredOutputs() {
            @Override
            public void addDerivative(int layer, float[] a, int from, int to, float scale, float[] gradient) {
                super.addDerivative(layer, a, from, Math.min(a.length, (to + 7) / 8 * 8), scale, gradient);
            }
        };
        assertFails(contract(wrong)::bulkFormsTouchOnlyTheirPart, "which lies outside");
    }

    @Test
    void bulkCostsOfWhatLiesAroundAreFound() {
        Penalty wrong = new SquaredOutputs() {
            @Override
            public double value(int layer, float[] a, int from, int to) {
                return super.value(layer, a, Math.max(0, from - 1), to);
            }
        };
        assertFails(contract(wrong)::bulkFormsTouchOnlyTheirPart, "whatever lies around");
    }

    @Test
    void bulkInputsThatAreChangedAreFound() {
        Penalty wrong = new Decay() {
            @Override
            public double addDerivative(Parameter parameter, float[] weights, int from, int to, float[] gradients) {
                for (int i = from; i < to; i++) {
                    weights[i] *= 0.999f;
                }
                return 0;
            }
        };
        assertFails(contract(wrong)::bulkInputsAreLeftUntouched, "numbers that have paid of layer-1/weights");
    }

    @Test
    void bulkFormsThatAllocateAreFound() {
        Penalty wrong = new SquaredOutputs() {
            @Override
            public double value(int layer, float[] a, int from, int to) {
                return super.value(layer, a.clone(), from, to);
            }
        };
        assertFails(contract(wrong)::bulkFormsAllocateNothing, "bytes allocated by the bulk cost of layer 0");
    }

    @Test
    void aPenaltyThatNothingPaysIsFound() {
        Penalty wrong = new Decay() {
            @Override
            public boolean appliesTo(Parameter parameter) {
                return false;
            }
        };
        assertFails(contract(wrong)::somethingPays, "weights and biases that pay");
    }

    private static PenaltyContract contract(Penalty wrong) {
        return new PenaltyContract() {
            @Override
            protected Penalty penalty() {
                return wrong;
            }
        };
    }

    private static void assertFails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
