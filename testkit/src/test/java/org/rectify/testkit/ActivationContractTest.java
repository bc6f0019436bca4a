package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.activation.Activation;
import org.rectify.api.array.Matrices;

/** Each check of the contract fails on an activation that is wrong in just that. */
class ActivationContractTest {

    @Test
    void anElementwiseActivationHasOneOutputForEachUnit() {
        Activation wrong = new Curve() {
            @Override
            public int outputs(int units) {
                return units + 1;
            }
        };
        assertFails(contract(wrong)::aLayerHasOutputs, "outputs of 12 units");
    }

    @Test
    void aLayerWithoutOutputsIsRefused() {
        Activation wrong = new PairMaximum() {
            @Override
            public int outputs(int units) {
                return 0;
            }
        };
        assertFails(contract(wrong)::aLayerHasOutputs, "outputs of 12 units");
    }

    @Test
    void outputsBelowTheDeclaredRangeAreFound() {
        assertFails(
                contract(new Curve(Math::tanh, z -> 1 - Math.pow(Math.tanh(z), 2)))::outputsLieInTheDeclaredRange,
                "outside the declared range");
    }

    @Test
    void outputsThatAreNanForFiniteInputsAreFound() {
        assertFails(contract(curve(z -> Math.exp(z) / (1 + Math.exp(z))))::outputsLieInTheDeclaredRange, "NaN");
    }

    @Test
    void nanThatIsSwallowedIsFound() {
        assertFails(contract(curve(z -> z > 0 ? z : 0))::nanGivesNan, "where unit 0 is NaN");
    }

    @Test
    void nanAtInfinityWhereThereIsALimitIsFound() {
        assertFails(contract(curve(z -> Math.abs(z) / (1 + Math.abs(z))))::infinityGivesTheLimit, "the limit 1.0");
        assertFails(contract(curve(z -> z / (1 + Math.exp(-z))))::infinityGivesTheLimit, "the limit -0.0");
    }

    @Test
    void aFiniteValueAtInfinityWhereOutputsGrowIsFound() {
        assertFails(
                contract(curve(z -> Double.isInfinite(z) ? 1 : Math.abs(z)))::infinityGivesTheLimit,
                "the limit Infinity");
    }

    @Test
    void negativeZerosAreFound() {
        assertFails(contract(curve(z -> z <= 0 ? -0.0 : z))::zerosAreNeverNegativeWhereOutputsAreNot, "that are -0.0");
    }

    @Test
    void aNegativeZeroAtMinusInfinityAloneIsFound() {
        assertFails(
                contract(curve(z -> z == Double.NEGATIVE_INFINITY ? -0.0 : Math.max(0, z)))
                        ::zerosAreNeverNegativeWhereOutputsAreNot,
                "at -Infinity");
    }

    @Test
    void aGradientFromSilentUnitsIsFound() {
        assertFails(
                contract(new Curve(z -> Math.max(0, z), z -> z >= 0 ? 1 : 0))::silentUnitsPassNoGradient,
                "silentAtZero()");
    }

    @Test
    void derivativesThatAreNotFiniteAreFound() {
        assertFails(
                contract(new Curve(z -> Math.sqrt(Math.max(0, z)), z -> z >= 0 ? 0.5 / Math.sqrt(z) : 0))
                        ::derivativesAreFinite,
                "not finite");
    }

    @Test
    void wrongScalarDerivativesAreFound() {
        assertFails(
                contract(new Curve(z -> Math.max(0, z), z -> z > 0 ? 1.00001 : 0))
                        ::scalarDerivativesAgreeWithFiniteDifferences,
                "derivative at z");
    }

    @Test
    void aDerivativeThatIsWrongOnOneSideOfAKinkIsFound() {
        assertFails(
                contract(new Curve(z -> Math.max(0, z), z -> z > -0.05 ? 1 : 0))
                        ::scalarDerivativesAgreeWithFiniteDifferences,
                "derivative at z");
    }

    @Test
    void valuesThatAreNowhereSmoothAreFound() {
        assertFails(
                contract(curve(z -> z + 1e-3 * Math.sin(Double.hashCode(z))))
                        ::scalarDerivativesAgreeWithFiniteDifferences,
                "points at which values are smooth");
    }

    @Test
    void wrongGradientsOfAnElementwiseActivationAreFound() {
        Activation wrong = new Curve() {
            @Override
            public void backward(INDArray z, INDArray a, INDArray outputGradients, INDArray gradients) {
                super.backward(z, a, outputGradients, gradients);
                gradients.muli(1.001);
            }
        };
        assertFails(contract(wrong)::gradientsAgreeWithFiniteDifferences, "gradient of example 0");
    }

    @Test
    void wrongGradientsOfAWholeMinibatchAreFound() {
        Activation wrong = new PairMaximum() {
            @Override
            public void backward(INDArray z, INDArray a, INDArray outputGradients, INDArray gradients) {
                super.backward(z, a, outputGradients, gradients);
                gradients.putScalar(2, 5, gradients.getDouble(2, 5) + 0.01);
            }
        };
        assertFails(contract(wrong)::gradientsAgreeWithFiniteDifferences, "gradient of example 2, unit 5");
    }

    @Test
    void precisionsThatDisagreeAreFound() {
        Activation coarse = new PairMaximum() {
            @Override
            public void value(INDArray preActivations, INDArray outputs) {
                super.value(preActivations, outputs);
                if (!Matrices.isDouble(outputs)) {
                    outputs.muli(1.0001);
                }
            }
        };
        assertFails(contract(coarse)::bothPrecisionsAgree, "outputs, element 0");
    }

    @Test
    void gradientsThatDisagreeBetweenPrecisionsAreFound() {
        Activation coarse = new PairMaximum() {
            @Override
            public void backward(INDArray z, INDArray a, INDArray outputGradients, INDArray gradients) {
                super.backward(z, a, outputGradients, gradients);
                if (!Matrices.isDouble(gradients)) {
                    gradients.muli(1.0001);
                }
            }
        };
        assertFails(contract(coarse)::bothPrecisionsAgree, "gradients, element");
    }

    @Test
    void arrayFormsThatDisagreeWithScalarFormsAreFound() {
        Activation wrong = new Curve() {
            @Override
            public void value(INDArray preActivations, INDArray outputs) {
                super.value(preActivations, outputs);
                outputs.addi(1e-5);
            }
        };
        assertFails(contract(wrong)::arrayFormsAgreeWithScalarForms, "the scalar form's");
    }

    @Test
    void bulkOutputsThatDisagreeWithScalarFormsAreFound() {
        Activation wrong = new Curve() {
            @Override
            public void value(float[] z, int from, int to, float[] a) {
                for (int i = from; i < to; i++) {
                    a[i] = z[i] > 30 ? 30 : Math.max(0, z[i]);
                }
            }
        };
        assertFails(contract(wrong)::bulkOutputsAgreeWithScalarForms, "bulk output at z = 3");
    }

    @Test
    void bulkOutputsThatAreNotExactlyZeroAreFound() {
        Activation wrong = new Curve() {
            @Override
            public void value(float[] z, int from, int to, float[] a) {
                for (int i = from; i < to; i++) {
                    a[i] = Math.max(1e-10f, z[i]);
                }
            }
        };
        assertFails(contract(wrong)::bulkOutputsAgreeWithScalarForms, "the scalar form's 0.0");
    }

    @Test
    void bulkOutputsThatAreNegativeZeroAreFound() {
        Activation wrong = new Curve() {
            @Override
            public void value(float[] z, int from, int to, float[] a) {
                for (int i = from; i < to; i++) {
                    a[i] = z[i] < 0 ? -0.0f : z[i];
                }
            }
        };
        assertFails(contract(wrong)::bulkOutputsAgreeWithScalarForms, "is not -0.0");
    }

    @Test
    void bulkGradientsThatDisagreeWithScalarFormsAreFound() {
        Activation wrong = new Curve() {
            @Override
            public void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
                for (int i = from; i < to; i++) {
                    gradient[i] = a[i] > 1e-20 ? gradient[i] : 0;
                }
            }
        };
        assertFails(contract(wrong)::bulkGradientsAgreeWithScalarForms, "bulk gradient at z");
    }

    @Test
    void bulkOutputsBeyondTheirPartAreFound() {
        Activation wrong = new Curve() {
            @Override
            public void value(float[] z, int from, int to, float[] a) {
                int end = Math.min(z.length, from + (to - from + 7) / 8 * 8);
                super.value(z, from, end, a);
            }
        };
        assertFails(contract(wrong)::bulkFormsTouchOnlyTheirPart, "bulk outputs [0, 1), place 1, which lies outside");
    }

    @Test
    void bulkGradientsBesideTheirPartAreFound() {
        Activation wrong = new Curve() {
            @Override
            public void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
                super.multiplyByDerivative(z, a, 0, to - from, gradient);
            }
        };
        assertFails(contract(wrong)::bulkFormsTouchOnlyTheirPart, "bulk gradients [3, 20)");
    }

    @Test
    void aBulkFormThatCannotWorkInPlaceIsFound() {
        Activation wrong = new Curve() {
            @Override
            public void value(float[] z, int from, int to, float[] a) {
                Arrays.fill(a, from, to, 0);
                for (int i = from; i < to; i++) {
                    a[i] += Math.max(0, z[i]);
                }
            }
        };
        assertFails(contract(wrong)::bulkOutputsMayOverwriteTheirInputs, "in the place of their inputs");
    }

    @Test
    void bulkInputsThatAreChangedAreFound() {
        Activation wrong = new Curve() {
            @Override
            public void value(float[] z, int from, int to, float[] a) {
                super.value(z, from, to, z);
                System.arraycopy(z, from, a, from, to - from);
            }
        };
        assertFails(contract(wrong)::bulkInputsAreLeftUntouched, "after the bulk value");
    }

    @Test
    void bulkOutputsThatTheGradientChangesAreFound() {
        Activation wrong = new Curve() {
            @Override
            public void multiplyByDerivative(float[] z, float[] a, int from, int to, float[] gradient) {
                for (int i = from; i < to; i++) {
                    a[i] = a[i] > 0 ? 1 : 0;
                    gradient[i] *= a[i];
                }
            }
        };
        assertFails(contract(wrong)::bulkInputsAreLeftUntouched, "outputs after the bulk gradient");
    }

    @Test
    void preActivationsThatAreChangedAreFound() {
        Activation wrong = new PairMaximum() {
            @Override
            public void value(INDArray preActivations, INDArray outputs) {
                super.value(preActivations, outputs);
                preActivations.muli(0.5);
            }
        };
        assertFails(contract(wrong)::inputsAreLeftUntouched, "pre-activations after value");
    }

    @Test
    void outputGradientsThatAreChangedAreFound() {
        Activation wrong = new Curve() {
            @Override
            public void backward(INDArray z, INDArray a, INDArray outputGradients, INDArray gradients) {
                super.backward(z, a, outputGradients, outputGradients);
                gradients.assign(outputGradients);
            }
        };
        assertFails(contract(wrong)::inputsAreLeftUntouched, "output gradients after backward");
    }

    @Test
    void disregardOfTheLayoutIsFound() {
        Activation wrong = new Curve() {
            @Override
            public void value(INDArray preActivations, INDArray outputs) {
                for (long i = 0; i < outputs.length(); i++) {
                    outputs.putScalar(i, Math.max(0, preActivations.data().getDouble(i)));
                }
            }
        };
        assertFails(contract(wrong)::everyLayoutInMemoryWillDo, "outputs in layout COLUMNS from layout ROWS");
    }

    @Test
    void gradientsInDisregardOfTheLayoutAreFound() {
        Activation wrong = new Curve() {
            @Override
            public void backward(INDArray z, INDArray a, INDArray outputGradients, INDArray gradients) {
                for (long i = 0; i < gradients.length(); i++) {
                    double g = outputGradients.data().getDouble(i);
                    gradients.putScalar(i, a.data().getDouble(i) > 0 ? g : 0);
                }
            }
        };
        assertFails(contract(wrong)::everyLayoutInMemoryWillDo, "gradients in layout COLUMNS from layout ROWS");
    }

    @Test
    void writingAroundAViewIsFound() {
        Activation wrong = new Curve() {
            @Override
            public void value(INDArray preActivations, INDArray outputs) {
                DataBuffer memory = outputs.data();
                for (long i = 0; i < memory.length(); i++) {
                    memory.put(i, 0.5);
                }
            }
        };
        assertFails(contract(wrong)::whatSurroundsAViewIsLeftUntouched, "outputs written into a view");
    }

    @Test
    void memoryBetweenCallsIsFound() {
        AtomicInteger calls = new AtomicInteger();
        Activation wrong = new PairMaximum() {
            @Override
            public void value(INDArray preActivations, INDArray outputs) {
                super.value(preActivations, outputs);
                outputs.addi(1e-3 * calls.incrementAndGet());
            }
        };
        assertFails(contract(wrong)::theSameInputsAlwaysGiveTheSame, "outputs asked again");
    }

    @Test
    void gradientsAddedToWhatWasThereAreFound() {
        Activation wrong = new Curve() {
            @Override
            public void backward(INDArray z, INDArray a, INDArray outputGradients, INDArray gradients) {
                INDArray fresh = gradients.ulike();
                super.backward(z, a, outputGradients, fresh);
                gradients.addi(fresh);
            }
        };
        assertFails(contract(wrong)::gradientsAgreeWithFiniteDifferences, "gradient of example 0");
    }

    @Test
    void memorySharedByThreadsIsFound() {
        INDArray shared = Nd4j.create(4, 12);
        Activation wrong = new Curve() {
            @Override
            public void value(INDArray preActivations, INDArray outputs) {
                super.value(preActivations, shared);
                pause();
                outputs.assign(shared);
            }
        };
        assertFails(contract(wrong)::threadsDoNotDisturbEachOther, "outputs among threads");
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Curve curve(DoubleUnaryOperator value) {
        return new Curve(value, z -> 0);
    }

    private static ActivationContract contract(Activation wrong) {
        return new ActivationContract() {
            @Override
            protected Activation activation() {
                return wrong;
            }
        };
    }

    private static void assertFails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
