package org.rectify.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.rectify.report.Comparison.Agreement;

/** The polarity of Amazon reviews, domain by domain, and the mean that the paper's published version reports (item 73). */
final class AmazonTable {

    private static final List<String> DOMAINS = List.of("books", "dvd", "electronics", "kitchen");
    private static final Network PAPERS = new Network("rectifier", 3, Optional.of(PublishedCell.PRETRAINING));

    /** The 95 % half-width at the paper's accuracy, in four tests of 400 reviews. */
    private static final double TOLERANCE = 0.02;

    private static final String MEAN = "mean of four";

    private AmazonTable() {}

    /**
     * What tells networks apart here; their widths do not.
     *
     * @param neuron type of the activation; empty where there is no hidden layer
     * @param layers hidden ones
     * @param pretraining its type; empty where there is none
     */
    private record Network(String neuron, int layers, Optional<String> pretraining) {

        static Network of(Setting arm) {
            return arm.hidden().isEmpty()
                    ? new Network("", 0, Optional.empty())
                    : new Network(arm.neuron(), arm.hidden().size(), arm.pretraining());
        }

        String words() {
            if (layers == 0) {
                return "no hidden layer";
            }
            String preparation = pretraining
                    .map(type -> type.equals(PublishedCell.PRETRAINING) ? "with pre-training" : type)
                    .orElse("without");
            return neuron + ", " + layers + (layers == 1 ? " layer, " : " layers, ") + preparation;
        }
    }

    /** The paper's numbers and network first, whether or not there are runs of it, then others in the order of their runs. */
    static Table of(List<Setting> arms) {
        List<Table.Row> rows = new ArrayList<>();
        rows.add(row(
                "best previous, as the paper quotes it",
                MEAN,
                Numbers.percent(Paper.AMAZON_BEST_PREVIOUS),
                Optional.empty(),
                Numbers.UNKNOWN));
        networks(arms).forEach((network, domains) -> {
            DOMAINS.forEach(domain -> rows.add(domain(network, domain, Optional.ofNullable(domains.get(domain)))));
            rows.add(mean(
                    network,
                    DOMAINS.stream()
                            .flatMap(domain -> Optional.ofNullable(domains.get(domain)).stream())
                            .toList()));
        });
        return new Table(
                "amazon",
                "Accuracy of telling negative from positive Amazon reviews: higher is better. The published version reports the mean"
                        + " of four domains only, and neither widths of layers nor splits. Agrees: within 2.0 points.",
                PaperTables.aroundComparison(
                        List.of("Network", "Domain"),
                        PaperTables.COMPARISON,
                        List.of("Pre-training rates", "Ours is of")),
                rows);
    }

    /** Of several settings of a network in a domain, the one that rests on more. */
    private static Map<Network, Map<String, Setting>> networks(List<Setting> arms) {
        Map<Network, Map<String, Setting>> networks = new LinkedHashMap<>();
        networks.put(PAPERS, new LinkedHashMap<>());
        arms.stream()
                .filter(arm -> arm.dataset().equals("amazon") && arm.ofPolarity() && arm.labelFraction() == 1)
                .filter(arm -> DOMAINS.contains(domain(arm)) && Double.isFinite(arm.mean(Setting.ERROR_RATE)))
                .forEach(arm -> networks.computeIfAbsent(Network.of(arm), network -> new LinkedHashMap<>())
                        .merge(domain(arm), arm, BinaryOperator.minBy(Comparison.FOUNDATION)));
        return networks;
    }

    private static String domain(Setting arm) {
        return arm.settings().getOrDefault("dataset.domain", "");
    }

    private static Table.Row domain(Network network, String domain, Optional<Setting> arm) {
        return row(
                network.words(),
                domain,
                Numbers.UNKNOWN,
                arm.map(one -> new Accuracy(List.of(one))),
                arm.isPresent() ? Numbers.UNKNOWN : Agreement.NOT_RUN.word());
    }

    private static Table.Row mean(Network network, List<Setting> arms) {
        boolean papers = network.equals(PAPERS);
        Optional<Accuracy> ours = arms.size() == DOMAINS.size() ? Optional.of(new Accuracy(arms)) : Optional.empty();
        return row(
                network.words(),
                MEAN,
                papers ? Numbers.percent(Paper.AMAZON_ACCURACY) : Numbers.UNKNOWN,
                ours,
                ours.map(one -> papers
                                ? Agreement.of(one.mean(), Paper.AMAZON_ACCURACY, TOLERANCE)
                                        .word()
                                : Numbers.UNKNOWN)
                        .orElseGet(Agreement.NOT_RUN::word));
    }

    private static Table.Row row(String network, String domain, String paper, Optional<Accuracy> ours, String verdict) {
        return new Table.Row(
                List.of(
                        network,
                        domain,
                        paper,
                        ours.map(one -> Numbers.percent(one.mean())).orElse(Numbers.UNKNOWN),
                        ours.flatMap(Accuracy::interval)
                                .map(interval -> Numbers.percentInterval(interval.low(), interval.high()))
                                .orElse(Numbers.UNKNOWN),
                        verdict,
                        ours.map(one -> Integer.toString(one.runs())).orElse(Numbers.UNKNOWN),
                        ours.map(one -> Numbers.percent(one.sparsity())).orElse(Numbers.UNKNOWN),
                        PaperTables.known(ours.map(one -> one.said(Setting::rates))),
                        PaperTables.known(ours.map(one -> one.said(Setting::pretrainingRates))),
                        ours.map(one -> one.said(AmazonTable::size)).orElse("")),
                false);
    }

    private static String size(Setting arm) {
        return arm.shape() + (arm.hidden().isEmpty() ? ", " : " units, ") + Numbers.count(arm.trainingExamples())
                + " training examples";
    }
}
