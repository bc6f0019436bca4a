package org.rectify.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.rectify.statistics.TestedClaim.OverSeeds;

/** Which test answers which kind of claim; {@code docs/user/statistics.md} is the same as a table. */
final class ElementaryTests {

    private static final String NETWORKS = "networks";

    private final Results results;
    private final double alpha;

    /**
     * @param results to test by
     * @param alpha one minus the confidence of intervals
     */
    ElementaryTests(Results results, double alpha) {
        this.results = results;
        this.alpha = alpha;
    }

    /**
     * Tests a claim.
     *
     * @throws UntestableException where the results do not allow it
     */
    TestedClaim test(Claim.Elementary claim) {
        if (claim instanceof Claim.Level level) {
            return level(level);
        }
        if (claim instanceof Claim.Difference difference) {
            return difference(difference);
        }
        if (claim instanceof Claim.Equivalence equivalence) {
            return equivalence(equivalence);
        }
        if (claim instanceof Claim.SmallerChange change) {
            return smallerChange(change);
        }
        if (claim instanceof Claim.GroupDifference groups) {
            return groups(groups);
        }
        if (claim instanceof Claim.Correlation correlation) {
            return correlation(correlation);
        }
        return trend((Claim.Trend) claim);
    }

    private TestedClaim level(Claim.Level claim) {
        PairedSample sample = PairedSample.of(results, claim.metric(), List.of(claim.arm()), claim.basis());
        double threshold = claim.threshold();
        if (sample.basis() == Basis.EXAMPLES && sample.networks().size() == 1) {
            Proportion errors = sample.answers(0).errorRate();
            return new TestedClaim(
                    new Evidence(
                            "exact binomial test, Wilson's interval",
                            errors.trials(),
                            sample.basis().toString(),
                            sample.leftOut(),
                            errors.rate(),
                            threshold,
                            errors.wilson(alpha),
                            errors.p(threshold),
                            OptionalDouble.empty()),
                    claim.relation().holds(errors.rate(), threshold),
                    List.of());
        }
        MeanEstimate mean = sample.estimate(1);
        return new TestedClaim(
                evidence(sample, mean, threshold, mean.p(threshold), threshold),
                claim.relation().holds(mean.mean(), threshold),
                overSeeds(sample, new OverSeeds(mean, threshold)));
    }

    private TestedClaim difference(Claim.Difference claim) {
        PairedSample sample =
                PairedSample.of(results, claim.metric(), List.of(claim.first(), claim.second()), claim.basis());
        double threshold = claim.threshold();
        if (sample.basis() == Basis.EXAMPLES && sample.networks().size() == 1 && threshold == 0) {
            McNemar pair = McNemar.of(sample.answers(0), sample.answers(1));
            return new TestedClaim(
                    new Evidence(
                            "exact McNemar test",
                            pair.examples(),
                            sample.basis().toString(),
                            sample.leftOut(),
                            pair.riskDifference(),
                            threshold,
                            pair.interval(alpha),
                            pair.p(),
                            OptionalDouble.empty()),
                    claim.relation().holds(pair.riskDifference(), threshold),
                    List.of());
        }
        MeanEstimate mean = sample.estimate(1, -1);
        return new TestedClaim(
                evidence(sample, mean, threshold, mean.p(threshold), 0),
                claim.relation().holds(mean.mean(), threshold),
                overSeeds(sample, new OverSeeds(mean, threshold)));
    }

    /** Two one-sided tests: the difference has to be told from the margin at either end. */
    private TestedClaim equivalence(Claim.Equivalence claim) {
        PairedSample sample =
                PairedSample.of(results, claim.metric(), List.of(claim.first(), claim.second()), claim.basis());
        MeanEstimate mean = sample.estimate(1, -1);
        double margin = claim.margin();
        return new TestedClaim(
                evidence(sample, mean, margin, Math.max(mean.p(margin), mean.p(-margin)), 0),
                Math.abs(mean.mean()) < margin,
                overSeeds(sample, new OverSeeds(mean, margin), new OverSeeds(mean, -margin)));
    }

    /** |a| < |b| is (b - a)(b + a) > 0: both factors have to be told from zero, and their signs decide. */
    private TestedClaim smallerChange(Claim.SmallerChange claim) {
        PairedSample sample = PairedSample.of(
                results,
                claim.metric(),
                List.of(
                        claim.smaller().from(),
                        claim.smaller().to(),
                        claim.larger().from(),
                        claim.larger().to()),
                claim.basis());
        MeanEstimate difference = sample.estimate(-1, 1, 1, -1);
        MeanEstimate sum = sample.estimate(1, -1, 1, -1);
        double larger = Math.abs(difference.mean() + sum.mean()) / 2;
        double smaller = Math.abs(sum.mean() - difference.mean()) / 2;
        return new TestedClaim(
                new Evidence(
                        sample.tTest(),
                        sample.values().size(),
                        sample.basis().toString(),
                        sample.leftOut(),
                        smaller - larger,
                        0,
                        magnitudes(difference.interval(alpha), sum.interval(alpha)),
                        Math.max(difference.p(0), sum.p(0)),
                        OptionalDouble.empty()),
                smaller < larger,
                overSeeds(sample, new OverSeeds(difference, 0), new OverSeeds(sum, 0)));
    }

    /** What |a| - |b| can be where b - a and b + a are in their intervals: |b| - |a| = max(min(b-a, b+a), min(a-b, -a-b)). */
    private static ConfidenceInterval magnitudes(ConfidenceInterval difference, ConfidenceInterval sum) {
        double least = Math.max(Math.min(difference.low(), sum.low()), Math.min(-difference.high(), -sum.high()));
        double most = Math.max(Math.min(difference.high(), sum.high()), Math.min(-difference.low(), -sum.low()));
        return new ConfidenceInterval(-most, -least);
    }

    private TestedClaim groups(Claim.GroupDifference claim) {
        List<Measurement> networks = networks(claim.among(), claim.metric(), claim.by());
        double[] first = values(in(claim.first(), claim.by(), networks), claim.metric());
        double[] second = values(in(claim.second(), claim.by(), networks), claim.metric());
        if (first.length < 2 || second.length < 2) {
            throw new UntestableException(first.length + " networks have a " + claim.by() + " " + claim.first()
                    + " and " + second.length + " one " + claim.second() + ": at least 2 of each are needed");
        }
        MeanEstimate mean = MeanEstimate.ofGroups(first, second);
        double threshold = claim.threshold();
        return new TestedClaim(
                new Evidence(
                        "Welch's t-test",
                        mean.count(),
                        NETWORKS,
                        leftOut(claim.among(), networks),
                        mean.mean(),
                        threshold,
                        mean.interval(alpha),
                        mean.p(threshold),
                        finite(mean.cohensD(0))),
                claim.relation().holds(mean.mean(), threshold),
                List.of());
    }

    private TestedClaim correlation(Claim.Correlation claim) {
        List<Measurement> networks = networks(claim.among(), claim.metric(), claim.with());
        if (networks.size() < 4) {
            throw new UntestableException(networks.size() + " networks show no correlation: at least 4 are needed");
        }
        return correlated(
                SpearmanCorrelation.of(values(networks, claim.metric()), values(networks, claim.with())),
                NETWORKS,
                leftOut(claim.among(), networks),
                claim.relation(),
                claim.threshold());
    }

    private TestedClaim trend(Claim.Trend claim) {
        double[] places = claim.points().stream().mapToDouble(Claim.Point::at).toArray();
        double[] differences = claim.points().stream()
                .mapToDouble(
                        point -> PairedSample.meanDifference(results, claim.metric(), point.first(), point.second()))
                .toArray();
        return correlated(
                SpearmanCorrelation.of(differences, places), "points", 0, claim.relation(), claim.threshold());
    }

    private TestedClaim correlated(
            SpearmanCorrelation correlation, String unit, int leftOut, Relation relation, double threshold) {
        return new TestedClaim(
                new Evidence(
                        "Spearman's rank correlation",
                        correlation.count(),
                        unit,
                        leftOut,
                        correlation.rho(),
                        threshold,
                        correlation.interval(alpha),
                        correlation.p(threshold),
                        OptionalDouble.empty()),
                relation.holds(correlation.rho(), threshold),
                List.of());
    }

    private Evidence evidence(PairedSample sample, MeanEstimate mean, double threshold, double p, double unaffected) {
        return new Evidence(
                sample.tTest(),
                mean.count(),
                sample.basis().toString(),
                sample.leftOut(),
                mean.mean(),
                threshold,
                mean.interval(alpha),
                p,
                finite(mean.cohensD(unaffected)));
    }

    private static List<OverSeeds> overSeeds(PairedSample sample, OverSeeds... means) {
        return sample.basis() == Basis.SEEDS ? List.of(means) : List.of();
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The networks of arms that have both values. */
    private List<Measurement> networks(List<String> arms, String metric, String other) {
        List<Measurement> networks = new ArrayList<>();
        for (String arm : arms) {
            results.of(arm).stream()
                    .filter(network -> Double.isFinite(network.value(metric)) && Double.isFinite(network.value(other)))
                    .forEach(networks::add);
        }
        return networks;
    }

    private int leftOut(List<String> arms, List<Measurement> networks) {
        return arms.stream().mapToInt(arm -> results.of(arm).size()).sum() - networks.size();
    }

    private static List<Measurement> in(Claim.Band band, String by, List<Measurement> networks) {
        return networks.stream()
                .filter(network -> band.contains(network.value(by)))
                .toList();
    }

    private static double[] values(List<Measurement> networks, String metric) {
        ToDoubleFunction<Measurement> value = network -> network.value(metric);
        return networks.stream().mapToDouble(value).toArray();
    }
}
