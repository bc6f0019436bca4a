package org.rectify.engine.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Data that the paper reports on, and which of ours stand for it.
 *
 * @param name in the paper
 * @param exact types of data sets that are the paper's data
 * @param standIns types of others that take their place, and what they are
 * @param trainingExamples of the paper (section 4)
 * @param tolerance by which an error rate may differ from the paper's and still agree with it: 95 % half-width of the
 *     paper's test set and the spread of seeds (item 60)
 */
record Benchmark(String name, Set<String> exact, Map<String, String> standIns, int trainingExamples, double tolerance) {

    static final Benchmark MNIST = new Benchmark(
            "MNIST", Set.of("mnist", "mnist-pool"), Map.of("mnist-sample", "bundled sample of MNIST"), 50_000, 0.0035);
    static final Benchmark CIFAR10 = new Benchmark("CIFAR10", Set.of("cifar10"), Map.of(), 50_000, 0.02);
    static final Benchmark NISTP =
            new Benchmark("NISTP", Set.of(), Map.of("nistp", "generated characters"), 81_920_000, 0.015);
    static final Benchmark NORB =
            new Benchmark("NORB", Set.of("norb"), Map.of("norb-rendered", "rendered toys"), 233_172, 0.015);
    static final Benchmark OPENTABLE = new Benchmark(
            "OpenTable",
            Set.of(),
            Map.of(
                    "reviews", "film reviews (IMDB)",
                    "amazon", "Amazon reviews",
                    "we8there", "we8there reviews",
                    "review-files", "other reviews",
                    "synthetic-reviews", "generated reviews"),
            10_000,
            0.02);

    /** The image data of table 1, in its order. */
    static final List<Benchmark> IMAGES = List.of(MNIST, CIFAR10, NISTP, NORB);

    /** Whether runs on a type of data set have a place under this name. */
    boolean takes(String dataset) {
        return exact.contains(dataset) || standIns.containsKey(dataset);
    }

    /** What other data a type of data set is; empty for the paper's own. */
    Optional<String> standIn(String dataset) {
        return Optional.ofNullable(standIns.get(dataset));
    }
}
