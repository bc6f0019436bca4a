package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.output.Output;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.output.SoftmaxLayer;
import org.rectify.api.output.Targets;

/** Each check of the contract fails on an output that is wrong in just that. */
class OutputContractTest {

    @Test
    void aLayerOfAnotherTaskIsFound() {
        Output wrong = new Probabilities() {
            @Override
            public OutputLayer on(DatasetInfo dataset) {
                return new Scores();
            }
        };
        assertFails(contract(wrong)::itSaysWhatItTellsAndHowThatIsMeasured, "task of the layer");
    }

    @Test
    void anOutputThatIsNotMeasuredIsFound() {
        Output wrong = new Scores() {
            @Override
            public List<String> metrics() {
                return List.of();
            }
        };
        assertFails(contract(wrong)::itSaysWhatItTellsAndHowThatIsMeasured, "metrics that every result holds");
    }

    @Test
    void anotherNumberOfUnitsThanClassesIsFound() {
        Output wrong = new Probabilities() {
            @Override
            public OutputLayer on(DatasetInfo dataset) {
                return new SoftmaxLayer(dataset.classes().size() - 1);
            }
        };
        assertFails(contract(wrong)::unitsMatchTheData, "on data of 5 classes");
    }

    @Test
    void anotherNumberOfUnitsThanTargetsIsFound() {
        Output wrong = new Scores() {
            @Override
            public int units() {
                return 1;
            }
        };
        assertFails(contract(wrong)::unitsMatchTheData, "on data of 3 targets");
    }

    @Test
    void wrongGradientsAreFound() {
        Output wrong = new Scores() {
            @Override
            public double cost(double[] predictions, int from, Targets targets, int example) {
                return 2 * super.cost(predictions, from, targets, example);
            }
        };
        assertFails(
                contract(wrong)::gradientsAgreeWithFiniteDifferences, "gradient of the score of unit 0, of example 0");
    }

    @Test
    void aGradientThatIsAddedIsFound() {
        Output wrong = new Scores() {
            @Override
            public void gradient(
                    double[] predictions, int from, Targets targets, int example, double[] gradient, int at) {
                for (int unit = 0; unit < units(); unit++) {
                    gradient[at + unit] += predictions[from + unit] - target(targets, example, unit);
                }
            }
        };
        assertFails(contract(wrong)::gradientsAgreeWithFiniteDifferences, "gradient of the score of unit 0");
    }

    @Test
    void anOverflowingSoftmaxIsFound() {
        Output wrong = new Probabilities() {
            @Override
            public void predict(double[] scores, int from) {
                double sum = 0;
                for (int unit = from; unit < from + units(); unit++) {
                    sum += Math.exp(scores[unit]);
                }
                for (int unit = from; unit < from + units(); unit++) {
                    scores[unit] = Math.log(Math.exp(scores[unit]) / sum);
                }
            }
        };
        assertFails(contract(wrong)::scoresOfAnySizeGiveNumbers, "predictions from the scores");
    }

    @Test
    void costsThatAreNoNumbersAreFound() {
        Output wrong = new Probabilities() {
            @Override
            public double cost(double[] predictions, int from, Targets targets, int example) {
                double cost = 0;
                for (int unit = 0; unit < units(); unit++) {
                    double logarithm = Math.log(Math.exp(predictions[from + unit]));
                    cost -= target(targets, example, unit) * logarithm;
                }
                return cost;
            }
        };
        assertFails(contract(wrong)::scoresOfAnySizeGiveNumbers, "cost of the scores");
    }

    @Test
    void gradientsThatAreNoNumbersAreFound() {
        Output wrong = new Probabilities() {
            @Override
            public void gradient(
                    double[] predictions, int from, Targets targets, int example, double[] gradient, int at) {
                for (int unit = 0; unit < units(); unit++) {
                    double probability = Math.exp(predictions[from + unit]);
                    gradient[at + unit] = probability - target(targets, example, unit) * probability / probability;
                }
            }
        };
        assertFails(contract(wrong)::scoresOfAnySizeGiveNumbers, "gradient of the scores");
    }

    @Test
    void predictionsThatAreNoLogarithmsAreFound() {
        Output wrong = new Probabilities() {
            @Override
            public void predict(double[] scores, int from) {
                super.predict(scores, from);
                for (int unit = from; unit < from + units(); unit++) {
                    scores[unit] = Math.exp(scores[unit]);
                }
            }
        };
        assertFails(contract(wrong)::predictionsOfClassesAreLogarithmsOfProbabilities, "sum of the probabilities");
    }

    @Test
    void aCostThatShunsTheTruthIsFound() {
        Output wrong = new Scores() {
            @Override
            public double target(Targets targets, int example, int unit) {
                return 0.5 * super.target(targets, example, unit);
            }

            @Override
            public double cost(double[] predictions, int from, Targets targets, int example) {
                double error = predictions[from] - targets.number(example, 0);
                return error * error;
            }
        };
        assertFails(contract(wrong)::theTruthCostsLeast, "where the truth of example 0 costs");
    }

    @Test
    void aCostOfGuessingThatIsNoneIsFound() {
        Output wrong = new Scores() {
            @Override
            public OptionalDouble costOfGuessing() {
                return OptionalDouble.of(0);
            }
        };
        assertFails(contract(wrong)::theCostOfGuessingIsACost, "cost of guessing");
    }

    @Test
    void predictionsBesideTheirPlaceAreFound() {
        Output wrong = new Probabilities() {
            @Override
            public void predict(double[] scores, int from) {
                super.predict(scores, from);
                Arrays.fill(scores, from + units(), scores.length, 0);
            }
        };
        assertFails(contract(wrong)::onlyTheUnitsAreWritten, "predictions from place 3 on");
    }

    @Test
    void gradientsAtAnotherPlaceAreFound() {
        Output wrong = new Scores() {
            @Override
            public void gradient(
                    double[] predictions, int from, Targets targets, int example, double[] gradient, int at) {
                super.gradient(predictions, from, targets, example, gradient, at == 0 ? 0 : at - 1);
            }
        };
        assertFails(contract(wrong)::onlyTheUnitsAreWritten, "gradient from place 3 on");
    }

    @Test
    void costsOfAnotherPlaceAreFound() {
        Output wrong = new Scores() {
            @Override
            public double cost(double[] predictions, int from, Targets targets, int example) {
                return super.cost(predictions, 0, targets, example);
            }
        };
        assertFails(contract(wrong)::onlyTheUnitsAreWritten, "cost of predictions from place 3 on");
    }

    @Test
    void predictionsThatTheGradientChangesAreFound() {
        Output wrong = new Scores() {
            @Override
            public void gradient(
                    double[] predictions, int from, Targets targets, int example, double[] gradient, int at) {
                super.gradient(predictions, from, targets, example, gradient, at);
                Arrays.fill(predictions, 0);
            }
        };
        assertFails(contract(wrong)::predictionsAreLeftUntouched, "predictions after their gradient");
    }

    @Test
    void aSumSharedByThreadsIsFound() {
        Output wrong = new Scores() {
            private double sum;

            @Override
            public double cost(double[] predictions, int from, Targets targets, int example) {
                sum = 0;
                for (int unit = 0; unit < units(); unit++) {
                    sum += Math.abs(predictions[from + unit] - target(targets, example, unit));
                    Thread.yield();
                }
                return sum;
            }
        };
        assertFails(contract(wrong)::threadsDoNotDisturbEachOther, "cost among threads");
    }

    @Test
    void anOutputThatAllocatesIsFound() {
        Output wrong = new Probabilities() {
            @Override
            public void predict(double[] scores, int from) {
                double[] own = Arrays.copyOfRange(scores, from, from + units());
                super.predict(own, 0);
                System.arraycopy(own, 0, scores, from, own.length);
            }
        };
        assertFails(contract(wrong)::nothingIsAllocated, "bytes allocated by predictions, cost and gradient");
    }

    private static OutputContract contract(Output wrong) {
        return new OutputContract() {
            @Override
            protected Output output() {
                return wrong;
            }
        };
    }

    private static void assertFails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
