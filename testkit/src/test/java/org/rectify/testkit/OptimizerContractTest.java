package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.optimizer.GradientDescent;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.ParameterUpdate;
import org.rectify.api.optimizer.Step;
import org.rectify.testkit.ParameterwideDescent.Update;

/** Each check of the contract fails on an optimizer that is wrong in just that. */
class OptimizerContractTest {

    @Test
    void anOptimizerThatIgnoresTheScheduleIsFound() {
        Optimizer wrong = plain((values, gradient, step) -> values.subi(gradient.mul(0.1)));
        assertFails(contract(wrong)::aRateFactorOfZeroMovesNothing, "after steps at a rate factor of 0");
    }

    @Test
    void aFactorThatIsNotMultipliedIsFound() {
        Optimizer wrong =
                plain((values, gradient, step) -> values.subi(gradient.mul(0.1 * Math.sqrt(step.rateFactor()))));
        assertFails(contract(wrong)::theFirstStepIsMultipliedByTheRateFactor, "at a rate factor of 0.5");
    }

    @Test
    void aStepAlongTheGradientIsFound() {
        Optimizer wrong = plain((values, gradient, step) -> values.addi(gradient.mul(0.1 * step.rateFactor())));
        assertFails(contract(wrong)::theFirstStepGoesAgainstTheGradient, "direction of the first step of number 0");
    }

    @Test
    void aNumberThatDoesNotMoveIsFound() {
        Optimizer wrong = plain((values, gradient, step) -> {
            double kept = values.getDouble(3, 5);
            values.subi(gradient.mul(0.1));
            values.putScalar(3, 5, kept);
        });
        assertFails(contract(wrong)::theFirstStepGoesAgainstTheGradient, "direction of the first step of number 32");
    }

    @Test
    void aMeanThatGrowsWithoutEndIsFound() {
        Optimizer wrong = new Velocity() {
            @Override
            public void update(
                    Parameter parameter,
                    float[] values,
                    float[] gradients,
                    float[][] memories,
                    int from,
                    int to,
                    Step step) {
                super.update(parameter, values, gradients, memories, from, to, step);
                for (int i = from; i < to; i++) {
                    memories[0][i] *= 1.2f;
                }
            }
        };
        assertFails(contract(wrong)::aConvexQuadraticIsMinimised, "cost of a quadratic in layer-1/weights");
    }

    @Test
    void aDivisionByAGradientOfZeroIsFound() {
        Optimizer wrong = plain((values, gradient, step) -> {
            double length = gradient.norm2Number().doubleValue();
            for (long i = 0; i < values.length(); i++) {
                values.putScalar(i, values.getDouble(i) - 0.1 * gradient.getDouble(i) / length);
            }
        });
        assertFails(contract(wrong)::gradientsOfAnySizeLeaveParametersFinite, "along gradients of about 0.0");
    }

    @Test
    void anOptimizerWithAMemoryOfItsOwnIsFound() {
        Optimizer wrong = new Velocity() {
            private int steps;

            @Override
            public void update(
                    Parameter parameter,
                    float[] values,
                    float[] gradients,
                    float[][] memories,
                    int from,
                    int to,
                    Step step) {
                steps++;
                super.update(parameter, values, gradients, memories, from, to, step);
                values[from] += 1e-3f * steps;
            }
        };
        assertFails(contract(wrong)::theSameGradientsGiveTheSameSteps, "begun by the same optimizer");
    }

    @Test
    void aMemorySharedByParametersIsFound() {
        INDArray shared = Nd4j.zeros(1, 9);
        Optimizer wrong = new ParameterwideDescent() {
            @Override
            public ParameterUpdate begin(Parameter parameter) {
                shared.assign(0);
                return (values, gradient, step) -> {
                    shared.addi(gradient.mean(true, 0));
                    values.subiRowVector(shared.mul(0.1));
                };
            }
        };
        assertFails(contract(wrong)::parametersAreLearnedIndependently, "learned beside another parameter");
    }

    @Test
    void disregardOfTheLayoutIsFound() {
        Optimizer wrong = plain((values, gradient, step) -> {
            for (long i = 0; i < values.length(); i++) {
                values.data()
                        .put(
                                i,
                                values.data().getDouble(i)
                                        - 0.1 * gradient.data().getDouble(i));
            }
        });
        assertFails(contract(wrong)::everyLayoutInMemoryWillDo, "learned from gradients in layout COLUMNS");
    }

    @Test
    void aStateThatIsNotSavedIsFound() {
        Optimizer wrong = remembering(mean -> new Update(mean) {
            @Override
            public Map<String, INDArray> state() {
                return Map.of();
            }

            @Override
            public void restore(Map<String, INDArray> state) {}
        });
        assertFails(contract(wrong)::aSavedStateGoesOnBitForBit, "layer-1/weights after steps from a restored state");
    }

    @Test
    void aStateThatIsNotRestoredIsFound() {
        Optimizer wrong = remembering(mean -> new Update(mean) {
            @Override
            public void restore(Map<String, INDArray> state) {}
        });
        assertFails(contract(wrong)::aSavedStateGoesOnBitForBit, "state of layer-1/weights, restored");
    }

    @Test
    void aStateOfAnotherSizeIsFound() {
        Optimizer wrong = remembering(mean -> new Update(mean) {
            @Override
            public Map<String, INDArray> state() {
                return Map.of("mean", mean.dup(), "steps", Nd4j.scalar(3f));
            }
        });
        assertFails(contract(wrong)::aStateHasNamesAndIsOfTheParametersSize, "numbers of 'steps'");
    }

    @Test
    void aStateThatLivesOnIsFound() {
        Optimizer wrong = remembering(mean -> new Update(mean) {
            @Override
            public Map<String, INDArray> state() {
                return Map.of("mean", mean);
            }
        });
        assertFails(contract(wrong)::aSavedStateIsACopy, "a saved state after further steps");
    }

    @Test
    void aForeignStateThatIsTakenIsFound() {
        Optimizer wrong = remembering(mean -> new Update(mean) {
            @Override
            public void restore(Map<String, INDArray> state) {
                mean.assign(state.getOrDefault("mean", mean));
            }
        });
        assertFails(contract(wrong)::aForeignStateIsRefused, "of-another-optimizer");
    }

    @Test
    void aMissingStateThatIsTakenIsFound() {
        Optimizer wrong = remembering(mean -> new Update(mean) {
            @Override
            public void restore(Map<String, INDArray> state) {
                if (!state.isEmpty()) {
                    super.restore(state);
                }
            }
        });
        assertFails(contract(wrong)::aForeignStateIsRefused, "a state that holds nothing");
    }

    @Test
    void gradientDescentThatDoesMoreIsFound() {
        GradientDescent wrong = new GradientDescent() {
            @Override
            public double learningRate() {
                return 0.1;
            }

            @Override
            public ParameterUpdate begin(Parameter parameter) {
                return (values, gradient, step) -> values.muli(0.999).subi(gradient.mul(0.1));
            }
        };
        assertFails(contract(wrong)::whatGradientDescentDeclaresIsWhatItDoes, "one step of gradient descent at 0.1");
    }

    @Test
    void memoriesOfOneNameAreFound() {
        Optimizer wrong = new Velocity() {
            @Override
            public List<String> memories() {
                return List.of("velocity", "velocity");
            }
        };
        assertFails(contract(wrong)::memoriesHaveNamesOfTheirOwn, "names of memories");
    }

    @Test
    void anArrayFormOfItsOwnThatDisagreesIsFound() {
        Optimizer wrong = new Velocity() {
            @Override
            public ParameterUpdate begin(Parameter parameter) {
                return new ParameterwideDescent().begin(parameter);
            }
        };
        assertFails(contract(wrong)::theArrayFormAgreesWithTheFormOverRanges, "number 0 of layer-1/weights");
    }

    @Test
    void anUpdateThatMixesNumbersIsFound() {
        Optimizer wrong = new Velocity() {
            @Override
            public void update(
                    Parameter parameter,
                    float[] values,
                    float[] gradients,
                    float[][] memories,
                    int from,
                    int to,
                    Step step) {
                float largest = 1;
                for (int i = from; i < to; i++) {
                    largest = Math.max(largest, Math.abs(gradients[i]));
                }
                for (int i = from; i < to; i++) {
                    values[i] -= 0.1f * gradients[i] / largest;
                }
            }
        };
        assertFails(contract(wrong)::rangesMayBeCutAnyway, "values, learned in parts");
    }

    @Test
    void anUpdateThatGoesByThePlaceIsFound() {
        Optimizer wrong = new Velocity() {
            @Override
            public void update(
                    Parameter parameter,
                    float[] values,
                    float[] gradients,
                    float[][] memories,
                    int from,
                    int to,
                    Step step) {
                for (int i = from; i < to; i++) {
                    values[i] -= i % parameter.columns() == 0 ? 0 : 0.1f * gradients[i];
                }
            }
        };
        assertFails(contract(wrong)::whereNumbersLieChangesNothing, "values, learned elsewhere in an array");
    }

    @Test
    void updatesBesideTheirPartAreFound() {
        Optimizer wrong = new Velocity() {
            @Override
            public void update(
                    Parameter parameter,
                    float[] values,
                    float[] gradients,
                    float[][] memories,
                    int from,
                    int to,
                    Step step) {
                super.update(parameter, values, gradients, memories, from, to, step);
                Arrays.fill(gradients, 0);
            }
        };
        assertFails(contract(wrong)::rangesTouchOnlyTheirPart, "around the part that is learned");
    }

    @Test
    void aBufferSharedByThreadsIsFound() {
        float[] buffer = new float[500];
        Optimizer wrong = new Velocity() {
            @Override
            public void update(
                    Parameter parameter,
                    float[] values,
                    float[] gradients,
                    float[][] memories,
                    int from,
                    int to,
                    Step step) {
                for (int i = from; i < to; i++) {
                    buffer[i - from] = 0.1f * gradients[i];
                    Thread.yield();
                }
                for (int i = from; i < to; i++) {
                    values[i] -= buffer[i - from];
                }
            }
        };
        assertFails(contract(wrong)::threadsMayShareAParameter, "learned by four threads");
    }

    @Test
    void updatesThatAllocateAreFound() {
        Optimizer wrong = new Velocity() {
            @Override
            public void update(
                    Parameter parameter,
                    float[] values,
                    float[] gradients,
                    float[][] memories,
                    int from,
                    int to,
                    Step step) {
                super.update(parameter, values, gradients.clone(), memories, from, to, step);
            }
        };
        assertFails(contract(wrong)::updatesAllocateNothing, "bytes allocated by an update");
    }

    private static Optimizer remembering(Function<INDArray, ParameterUpdate> update) {
        return parameter -> update.apply(Nd4j.zeros(parameter.rows(), parameter.columns()));
    }

    private static Optimizer plain(ParameterUpdate update) {
        return parameter -> update;
    }

    private static OptimizerContract contract(Optimizer wrong) {
        return new OptimizerContract() {
            @Override
            protected Optimizer optimizer() {
                return wrong;
            }
        };
    }

    private static void assertFails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
