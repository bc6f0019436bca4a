package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Unit;
import org.rectify.api.metric.Metric;
import org.rectify.api.metric.MetricAccumulator;
import org.rectify.api.metric.MetricMatrix;
import org.rectify.api.metric.MetricValue;
import org.rectify.api.metric.Observation;

/** Each check of the contract fails on a metric that is wrong in just that. */
class MetricContractTest {

    @Test
    @SuppressWarnings("NullAway")
    void aMissingDescriptionIsFound() {
        Metric wrong = new Accuracy() {
            @Override
            public MetricDescription description() {
                return null;
            }
        };
        assertFails(contract(wrong)::itIsDescribed, "description");
    }

    @Test
    void percentInThePlaceOfFractionsAreFound() {
        assertFails(
                contract(counting(() -> new Accuracy.Count() {
                    @Override
                    public MetricValue value() {
                        return MetricValue.of(100 * super.value().value());
                    }
                }))::valuesAreNumbersWithinTheirBounds,
                "value of 40 examples");
    }

    @Test
    void aValueThatASingleExampleDoesNotHaveIsFound() {
        assertFails(
                contract(counting(() -> new Accuracy.Count() {
                    private int examples;

                    @Override
                    public void observe(Observation batch) {
                        super.observe(batch);
                        examples += batch.size();
                    }

                    @Override
                    public MetricValue value() {
                        return MetricValue.of(super.value().value() * (examples - 1) / (examples - 1.0));
                    }
                }))::valuesAreNumbersWithinTheirBounds,
                "value of 1 examples");
    }

    @Test
    void aMeanOfMinibatchesIsFound() {
        assertFails(
                contract(counting(() -> new Accuracy.Count() {
                    private final List<Double> means = new ArrayList<>();

                    @Override
                    public void observe(Observation batch) {
                        Accuracy.Count one = new Accuracy.Count();
                        one.observe(batch);
                        means.add(one.value().value());
                    }

                    @Override
                    public MetricValue value() {
                        return MetricValue.of(means.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow());
                    }
                }))::minibatchesMayBeCutAnyway,
                "in minibatches of 3");
    }

    @Test
    void layersOfTheLastMinibatchAreFound() {
        assertFails(
                contract(counting(() -> new Accuracy.Count() {
                    private MetricValue last = MetricValue.of(0);

                    @Override
                    public void observe(Observation batch) {
                        super.observe(batch);
                        Accuracy.Count one = new Accuracy.Count();
                        one.observe(batch);
                        last = one.value();
                    }

                    @Override
                    public MetricValue value() {
                        return new MetricValue(super.value().value(), last.layers());
                    }
                }))::minibatchesMayBeCutAnyway,
                "values of layers in minibatches of 1");
    }

    @Test
    void aMatrixThatDependsOnMinibatchesIsFound() {
        assertFails(
                contract(counting(() -> new Accuracy.Count() {
                    private double minibatches;

                    @Override
                    public void observe(Observation batch) {
                        super.observe(batch);
                        minibatches++;
                    }

                    @Override
                    public MetricValue value() {
                        MetricMatrix matrix =
                                new MetricMatrix(List.of("all"), List.of("count"), List.of(List.of(minibatches)));
                        return new MetricValue(super.value().value(), List.of(), Optional.of(matrix));
                    }
                }))::minibatchesMayBeCutAnyway,
                "cells of the matrix in minibatches of 1");
    }

    @Test
    void aValueThatGoesByTheOrderIsFound() {
        Supplier<MetricAccumulator> first = () -> new Accuracy.Count() {
            private double label = -1;

            @Override
            public void observe(Observation batch) {
                label = label < 0 ? batch.label(0) : label;
            }

            @Override
            public MetricValue value() {
                return MetricValue.of(label / 10);
            }
        };
        assertFails(contract(counting(first))::theOrderOfExamplesChangesNothing, "of examples in another order");
    }

    @Test
    void observationsThatAreKeptAreFound() {
        assertFails(
                contract(counting(() -> new MetricAccumulator() {
                    private final List<Observation> kept = new ArrayList<>();

                    @Override
                    public void observe(Observation batch) {
                        kept.add(batch);
                    }

                    @Override
                    public MetricValue value() {
                        Accuracy.Count all = new Accuracy.Count();
                        kept.forEach(all::observe);
                        return all.value();
                    }
                }))::anObservationIsNotKept,
                "that each took the place of the one before it");
    }

    @Test
    void measurementsThatShareASumAreFound() {
        MetricAccumulator shared = new Accuracy.Count();
        assertFails(contract(counting(() -> shared))::measurementsKnowNothingOfEachOther, "beside another measurement");
    }

    @Test
    void aValueThatSpoilsTheSumIsFound() {
        assertFails(
                contract(counting(() -> new MetricAccumulator() {
                    private Accuracy.Count count = new Accuracy.Count();

                    @Override
                    public void observe(Observation batch) {
                        count.observe(batch);
                    }

                    @Override
                    public MetricValue value() {
                        MetricValue value = count.value();
                        count = new Accuracy.Count();
                        return value;
                    }
                }))::aValueMayBeAskedAtAnyTime,
                "value, asked again");
    }

    @Test
    void aLayerThatIsForgottenIsFound() {
        assertFails(
                contract(counting(() -> new Accuracy.Count() {
                    @Override
                    public MetricValue value() {
                        MetricValue value = super.value();
                        return new MetricValue(
                                value.value(), value.layers().stream().skip(1).toList());
                    }
                }))::everyHiddenLayerHasItsValueOrNone,
                "values of layers, of a network of 3");
    }

    @Test
    void theWrongDirectionIsFound() {
        Metric wrong = new Accuracy() {
            @Override
            public MetricDescription description() {
                return new MetricDescription("error", Unit.FRACTION, Direction.LOWER);
            }
        };
        assertFails(contract(wrong)::perfectPredictionsHaveTheBestValue, "better than perfect ones");
    }

    @Test
    void aValueThatJudgesNothingIsFound() {
        assertFails(
                contract(counting(() -> new Accuracy.Count() {
                    @Override
                    public MetricValue value() {
                        return MetricValue.of(0.5);
                    }
                }))::perfectPredictionsHaveTheBestValue,
                "a worse value than a perfect one");
    }

    private static Metric counting(Supplier<MetricAccumulator> accumulators) {
        return new Accuracy() {
            @Override
            public MetricAccumulator begin(DatasetInfo dataset) {
                return accumulators.get();
            }
        };
    }

    private static MetricContract contract(Metric wrong) {
        return new MetricContract() {
            @Override
            protected Metric metric() {
                return wrong;
            }
        };
    }

    private static void assertFails(ThrowingCallable check, String message) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class).hasMessageContaining(message);
    }
}
