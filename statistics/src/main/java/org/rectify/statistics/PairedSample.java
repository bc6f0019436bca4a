package org.rectify.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rectify.statistics.Measurement.Unit;

/**
 * The values of several arms at what they have in common: the same seeds, the same folds, or the same test examples.
 *
 * @param metric whose values they are
 * @param basis never {@link Basis#AUTO}
 * @param networks of each arm, measured at the same seeds and folds
 * @param leftOut seeds or folds at which some arm has no finite value
 * @param testToTrain size of a fold's test set by that of its training set; 0 where values are independent
 * @param values in rows, one for each seed, fold or example; a column for each arm
 */
record PairedSample(
        String metric,
        Basis basis,
        List<List<Measurement>> networks,
        int leftOut,
        double testToTrain,
        List<double[]> values) {

    /**
     * Gathers the values of a metric.
     *
     * @throws UntestableException where there are too few
     */
    static PairedSample of(Results results, String metric, List<String> arms, Basis wanted) {
        List<List<Measurement>> networks = matched(results, metric, arms);
        int leftOut = (int) arms.stream()
                        .flatMap(arm -> results.of(arm).stream())
                        .map(Measurement::unit)
                        .distinct()
                        .count()
                - networks.size();
        Basis basis = wanted == Basis.AUTO ? chosen(networks, metric) : wanted;
        if (basis == Basis.EXAMPLES) {
            return new PairedSample(metric, basis, networks, leftOut, 0, losses(networks, metric));
        }
        if (networks.size() < 2) {
            throw new UntestableException("one network has no spread: at least 2 " + basis + " are needed");
        }
        return new PairedSample(metric, basis, networks, leftOut, testToTrain(networks, basis), rows(networks, metric));
    }

    /**
     * The mean difference between two arms over the seeds and folds they share.
     *
     * @throws UntestableException where they share none
     */
    static double meanDifference(Results results, String metric, String first, String second) {
        return matched(results, metric, List.of(first, second)).stream()
                .mapToDouble(row -> row.get(0).value(metric) - row.get(1).value(metric))
                .average()
                .orElseThrow();
    }

    /** The networks of all arms, row by row for each seed and fold at which all of them have a value. */
    private static List<List<Measurement>> matched(Results results, String metric, List<String> arms) {
        List<Map<Unit, Measurement>> known =
                arms.stream().map(arm -> finite(results.of(arm), metric)).toList();
        List<List<Measurement>> networks = known.get(0).keySet().stream()
                .filter(unit -> known.stream().allMatch(arm -> arm.containsKey(unit)))
                .map(unit -> known.stream()
                        .map(arm -> Optional.ofNullable(arm.get(unit)).orElseThrow())
                        .toList())
                .toList();
        if (networks.isEmpty()) {
            throw new UntestableException("there is no seed at which " + String.join(" and ", new LinkedHashSet<>(arms))
                    + (arms.size() == 1 ? " has its " : " all have their ") + metric);
        }
        return networks;
    }

    private static Map<Unit, Measurement> finite(List<Measurement> measurements, String metric) {
        Map<Unit, Measurement> finite = new LinkedHashMap<>();
        for (Measurement measurement : measurements) {
            if (Double.isFinite(measurement.value(metric))) {
                finite.put(measurement.unit(), measurement);
            }
        }
        return finite;
    }

    private static Basis chosen(List<List<Measurement>> networks, String metric) {
        if (networks.get(0).get(0).fold().isPresent()) {
            return Basis.FOLDS;
        }
        return networks.size() == 1 && knownByExample(networks, metric) ? Basis.EXAMPLES : Basis.SEEDS;
    }

    private static boolean knownByExample(List<List<Measurement>> networks, String metric) {
        return networks.stream()
                .flatMap(List::stream)
                .anyMatch(network -> network.answers(metric).isPresent());
    }

    private static double testToTrain(List<List<Measurement>> networks, Basis basis) {
        Optional<Measurement.Fold> fold = networks.get(0).get(0).fold();
        if (basis == Basis.FOLDS && fold.isEmpty()) {
            throw new UntestableException("the results are not those of folds");
        }
        if (basis == Basis.SEEDS && fold.isPresent()) {
            throw new UntestableException("the results are those of folds, which are not independent");
        }
        return fold.map(part -> 1.0 / (part.count() - 1)).orElse(0.0);
    }

    private static List<double[]> rows(List<List<Measurement>> networks, String metric) {
        return networks.stream()
                .map(row -> row.stream()
                        .mapToDouble(measurement -> measurement.value(metric))
                        .toArray())
                .toList();
    }

    /** For each test example the share of an arm's networks that got it wrong. */
    private static List<double[]> losses(List<List<Measurement>> networks, String metric) {
        if (!knownByExample(networks, metric)) {
            throw new UntestableException(metric + " is not known example by example");
        }
        List<List<Correctness>> answers = new ArrayList<>();
        for (List<Measurement> row : networks) {
            answers.add(row.stream()
                    .map(measurement -> measurement
                            .answers(metric)
                            .orElseThrow(() -> new UntestableException(
                                    "the answers to each test example are not known for all networks")))
                    .toList());
        }
        int examples = answers.get(0).get(0).examples();
        if (answers.stream().flatMap(List::stream).anyMatch(one -> one.examples() != examples)) {
            throw new UntestableException("the arms were tested on different numbers of examples");
        }
        return IntStream.range(0, examples)
                .mapToObj(example -> IntStream.range(0, answers.get(0).size())
                        .mapToDouble(arm -> answers.stream()
                                .mapToInt(row -> row.get(arm).isCorrect(example) ? 0 : 1)
                                .average()
                                .orElseThrow())
                        .toArray())
                .toList();
    }

    /** What the first network of an arm, from 0, made of the test examples. */
    Correctness answers(int arm) {
        return networks.get(0).get(arm).answers(metric).orElseThrow();
    }

    /** The mean of a sum over arms, each by its weight: 1 and -1 for a difference. */
    MeanEstimate estimate(double... weights) {
        double[] sums = values.stream()
                .mapToDouble(row -> IntStream.range(0, weights.length)
                        .mapToDouble(arm -> weights[arm] * row[arm])
                        .sum())
                .toArray();
        return MeanEstimate.ofResamples(testToTrain, sums);
    }

    /** The name of the t-test this allows. */
    String tTest() {
        String over = (values.get(0).length == 1 ? "t-test over " : "paired t-test over ") + basis;
        return basis == Basis.FOLDS ? "corrected resampled " + over : over;
    }
}
