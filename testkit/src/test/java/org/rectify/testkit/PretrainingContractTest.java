package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.PretrainingStack;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/** Each check of the contract fails on a method that is wrong in just that. */
class PretrainingContractTest {

    @Test
    void parametersThatAreNotFiniteAreFound() {
        Pretraining wrong = new Redrawing() {
            @Override
            public void pretrain(PretrainingStack stack) {
                super.pretrain(stack);
                if (stack.layers() > 1) {
                    stack.replace(1, stack.weights(1).divi(0), stack.biases(1));
                }
            }
        };
        assertFails(
                contract(wrong)::everyShapeOfStackWillDo,
                "layer 1 after pre-training: 1 examples, layers of [1, 1, 1]");
    }

    @Test
    void parametersOfAnotherShapeAreFound() {
        Pretraining wrong = stack -> {
            if (stack.layers() > 0) {
                stack.replace(0, stack.weights(0).transpose(), stack.biases(0));
            }
        };
        assertThatThrownBy(contract(wrong)::everyShapeOfStackWillDo)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights of layer 0 must be of shape [12, 4], not [4, 12]");
    }

    @Test
    void aStackWithoutLayersThatIsNotProvidedForIsFound() {
        Pretraining wrong = stack -> stack.replace(0, stack.weights(0), stack.biases(0));
        assertThatThrownBy(contract(wrong)::everyShapeOfStackWillDo).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aMethodThatLearnsNothingIsFound() {
        assertFails(contract(stack -> {})::itLearnsUnlessItSaysOtherwise, "has changed a layer");
    }

    @Test
    void changesWithoutAReportAreFound() {
        Pretraining wrong = new Redrawing() {
            @Override
            void report(PretrainingStack stack, int layer) {
                if (layer != 1) {
                    super.report(stack, layer);
                }
            }
        };
        assertFails(contract(wrong)::layersItDoesNotReportOnAreLeftUntouched, "layer 1, of which no progress was told");
    }

    @Test
    void lowerLayersThatChangeAreFound() {
        Pretraining wrong = new Redrawing() {
            @Override
            void report(PretrainingStack stack, int layer) {
                super.report(stack, layer);
                if (layer == 2) {
                    stack.replace(1, stack.weights(1).muli(2), stack.biases(1));
                }
            }
        };
        assertFails(
                contract(wrong)::lowerLayersAreLeftUntouchedWhileAnUpperOneLearns,
                "layer 1 was changed after layer 2 had begun");
    }

    @Test
    void epochsThatAreLeftOutAreFound() {
        Pretraining wrong = new Redrawing() {
            @Override
            void report(PretrainingStack stack, int layer) {
                super.report(stack, layer);
                stack.report(progress(layer, 3, 0.5));
            }
        };
        assertFails(contract(wrong)::progressIsToldEpochByEpoch, "epoch of layer 0 reported after epoch 1");
    }

    @Test
    void costsThatAreNotNumbersAreFound() {
        Pretraining wrong = new Redrawing() {
            @Override
            void report(PretrainingStack stack, int layer) {
                stack.report(progress(layer, 1, Double.NaN));
            }
        };
        assertFails(contract(wrong)::progressIsToldEpochByEpoch, "cost of layer 0 in epoch 1");
    }

    @Test
    void anEndThatIsNotToldIsFound() {
        Pretraining wrong = new Redrawing() {
            @Override
            void report(PretrainingStack stack, int layer) {
                stack.report(progress(layer, 1, 0.5));
            }
        };
        assertFails(contract(wrong)::theEndOfEachLayerIsToldOnce, "layers whose end was told");
    }

    @Test
    void memoryOfAnEarlierStackIsFound() {
        AtomicInteger calls = new AtomicInteger();
        Pretraining wrong = new Redrawing() {
            @Override
            RandomStream random(PretrainingStack stack, int layer) {
                return stack.random().stream("call-" + calls.incrementAndGet());
            }
        };
        assertFails(contract(wrong)::theSameSeedGivesTheSameBits, "layer 0");
    }

    @Test
    void randomnessFromElsewhereIsFound() {
        Pretraining wrong = new Redrawing() {
            @Override
            RandomStream random(PretrainingStack stack, int layer) {
                return new RandomStreams(7).stream("own");
            }
        };
        assertFails(contract(wrong)::anotherSeedGivesOtherBits, "the same with another seed");
    }

    @Test
    void inputsThatAreChangedAreFound() {
        Pretraining wrong = stack -> {
            FloatFeatures inputs = (FloatFeatures) stack.validationInputs(0);
            inputs.values()[3] += 1;
        };
        assertFails(contract(wrong)::inputsAreLeftUntouched, "validation inputs");
    }

    @Test
    void aLowerLayerMayBeReplacedByItself() {
        Pretraining right = new Redrawing() {
            @Override
            public void pretrain(PretrainingStack stack) {
                super.pretrain(stack);
                stack.replace(0, stack.weights(0), Nd4j.zeros(1, stack.units(0)));
            }
        };
        contract(right).lowerLayersAreLeftUntouchedWhileAnUpperOneLearns();
    }

    private static PretrainingContract contract(Pretraining wrong) {
        return new PretrainingContract() {
            @Override
            protected Pretraining pretraining() {
                return wrong;
            }
        };
    }

    private static void assertFails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
