package org.rectify.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Data that the paper reports on, and which of ours stand for it.
 *
 * @param name in the paper
 * @param exact types of data sets that are the paper's data, the closest first
 * @param standIns others that take their place, the closest first
 * @param trainingExamples of the paper (section 4)
 * @param tolerance by which an error rate may differ from the paper's and still agree with it: 95 % half-width of the
 *     paper's test set and the spread of seeds (item 60)
 */
record Benchmark(String name, List<String> exact, List<StandIn> standIns, int trainingExamples, double tolerance) {

    static final Benchmark MNIST = new Benchmark(
            "MNIST",
            List.of("mnist", "mnist-pool"),
            List.of(
                    new StandIn("mnist-sample", "bundled sample of MNIST"),
                    new StandIn("synthetic", "generated digits")),
            50_000,
            0.0035);
    static final Benchmark CIFAR10 = new Benchmark(
            "CIFAR10",
            List.of("cifar10"),
            List.of(new StandIn("synthetic-textures", "generated textures")),
            50_000,
            0.02);
    static final Benchmark NISTP =
            new Benchmark("NISTP", List.of(), List.of(new StandIn("nistp", "generated characters")), 81_920_000, 0.015);
    static final Benchmark NORB = new Benchmark(
            "NORB",
            List.of("norb"),
            List.of(new StandIn("norb-rendered", "rendered toys"), new StandIn("synthetic-stereo", "generated toys")),
            233_172,
            0.015);
    static final Benchmark OPENTABLE = new Benchmark(
            "OpenTable",
            List.of(),
            List.of(
                    new StandIn("reviews", "film reviews (IMDB)"),
                    new StandIn("amazon", "Amazon reviews"),
                    new StandIn("we8there", "we8there reviews"),
                    new StandIn("review-files", "other reviews"),
                    new StandIn("synthetic-reviews", "generated reviews")),
            10_000,
            0.02);

    /** The image data of table 1, in its order. */
    static final List<Benchmark> IMAGES = List.of(MNIST, CIFAR10, NISTP, NORB);

    /**
     * Data that take the place of the paper's.
     *
     * @param dataset its type
     * @param what it is, for readers
     */
    record StandIn(String dataset, String what) {}

    /** Copies the lists. */
    Benchmark {
        exact = List.copyOf(exact);
        standIns = List.copyOf(standIns);
    }

    /** Where a type of data set stands among those that may have this place, 0 being the closest; -1 if it may not. */
    int rank(String dataset) {
        return Stream.concat(exact.stream(), standIns.stream().map(StandIn::dataset))
                .toList()
                .indexOf(dataset);
    }

    /** Whether runs on a type of data set have a place under this name. */
    boolean takes(String dataset) {
        return rank(dataset) >= 0;
    }

    /** What other data a type of data set is; empty for the paper's own. */
    Optional<String> standIn(String dataset) {
        return standIns.stream()
                .filter(other -> other.dataset().equals(dataset))
                .map(StandIn::what)
                .findFirst();
    }
}
