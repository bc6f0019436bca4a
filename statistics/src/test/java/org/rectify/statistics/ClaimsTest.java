package org.rectify.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.rectify.statistics.Relation.ABOVE;
import static org.rectify.statistics.Relation.BELOW;
import static org.rectify.statistics.Verdict.FAILS;
import static org.rectify.statistics.Verdict.HOLDS;
import static org.rectify.statistics.Verdict.UNDECIDED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rectify.api.component.InvalidOptionException;

class ClaimsTest {

    private static final String ERROR = "error-rate";
    private static final double[] RECTIFIER = {.0143, .0151, .0138, .0162, .0147};
    private static final double[] SOFTPLUS = {.0177, .0169, .0180, .0171, .0195};

    private final Map<String, List<Measurement>> arms = new HashMap<>();

    private void arm(String name, String metric, double... values) {
        arms.put(
                name,
                IntStream.range(0, values.length)
                        .mapToObj(seed -> Measurement.of(seed, Map.of(metric, values[seed]), Map.of()))
                        .toList());
    }

    /** One network of seed 1, by which of the test examples it gets wrong. */
    private void answers(String name, int examples, IntPredicate wrong) {
        arms.put(name, List.of(answered(1, examples, wrong)));
    }

    private static Measurement answered(long seed, int examples, IntPredicate wrong) {
        Correctness correctness = Correctness.of(examples, wrong.negate());
        return Measurement.of(seed, Map.of(ERROR, correctness.errorRate().rate()), Map.of(ERROR, correctness));
    }

    private Finding judged(Claim claim) {
        Judgement judgement = Claims.judge(claim, new Results(arms));
        assertThat(judgement.findings()).hasSize(1);
        assertThat(judgement.verdict()).isEqualTo(judgement.findings().get(0).verdict());
        return judgement.findings().get(0);
    }

    private static Evidence evidence(Finding finding) {
        return finding.evidence().orElseThrow();
    }

    private static Claim.Difference difference(String first, String second, Relation relation, double threshold) {
        return new Claim.Difference(ERROR, first, second, relation, threshold, Basis.AUTO);
    }

    @Test
    void comparesArmsOverTheirSeeds() {
        arm("rectifier", ERROR, RECTIFIER);
        arm("softplus", ERROR, SOFTPLUS);

        Finding better = judged(difference("rectifier", "softplus", BELOW, 0));

        assertThat(better.verdict()).isEqualTo(HOLDS);
        assertThat(better.seedsMore()).isEmpty();
        assertThat(better.explanation()).isEqualTo("Significantly as claimed.");
        Evidence evidence = evidence(better);
        assertThat(evidence.test()).isEqualTo("paired t-test over seeds");
        assertThat(evidence.count()).isEqualTo(5);
        assertThat(evidence.estimate()).isCloseTo(-.00302, within(1e-12));
        assertThat(evidence.p()).isCloseTo(0.014480036422387594, within(1e-9));
        assertThat(evidence.effectSize()).hasValueCloseTo(-1.8475181604772954, within(1e-9));
        assertThat(judged(difference("rectifier", "softplus", ABOVE, 0)).verdict())
                .isEqualTo(FAILS);
    }

    @Test
    void saysHowManySeedsMoreAnUndecidedClaimNeeds() {
        arm("tanh", ERROR, .0157, .0139, .0163);
        arm("rectifier", ERROR, .0143, .0149, .0140);

        Finding undecided = judged(difference("rectifier", "tanh", BELOW, 0));

        assertThat(undecided.verdict()).isEqualTo(UNDECIDED);
        MeanEstimate mean = MeanEstimate.of(-.0014, .0010, -.0023);
        assertThat(undecided.seedsMore())
                .hasValue(PairedPower.pairsNeeded(mean.cohensD(0), 0.05, 0.8).orElseThrow() - 3);
        assertThat(undecided.explanation())
                .startsWith("Not significant")
                .contains("about " + undecided.seedsMore().getAsInt() + " seeds more would tell");
    }

    @Test
    void takesAMarginIntoAccountForWhatIsNotWorse() {
        arm("with", ERROR, .0120, .0131, .0119, .0127);
        arm("without", ERROR, .0118, .0133, .0121, .0125);

        assertThat(judged(difference("without", "with", BELOW, 0)).verdict()).isEqualTo(UNDECIDED);
        assertThat(judged(difference("without", "with", BELOW, .001)).verdict()).isEqualTo(HOLDS);
        assertThat(judged(difference("without", "with", BELOW, -.001)).verdict())
                .isEqualTo(FAILS);
        assertThat(judged(new Claim.Equivalence(ERROR, "with", "without", .001, Basis.AUTO))
                        .verdict())
                .isEqualTo(HOLDS);
        assertThat(judged(new Claim.Equivalence(ERROR, "with", "without", .0002, Basis.AUTO))
                        .verdict())
                .isEqualTo(UNDECIDED);
    }

    @Test
    void findsArmsNotEquivalentThatDifferByMoreThanTheMargin() {
        arm("rectifier", ERROR, RECTIFIER);
        arm("softplus", ERROR, SOFTPLUS);

        Finding finding = judged(new Claim.Equivalence(ERROR, "rectifier", "softplus", .0005, Basis.SEEDS));

        assertThat(finding.verdict()).isEqualTo(FAILS);
        assertThat(evidence(finding).threshold()).isEqualTo(.0005);
    }

    @Test
    void comparesASinglePairByItsAnswers() {
        answers("with", 1000, example -> example < 10);
        answers("without", 1000, example -> example >= 8 && example < 30);

        Finding finding = judged(difference("with", "without", BELOW, 0));

        assertThat(finding.verdict()).isEqualTo(HOLDS);
        assertThat(evidence(finding).test()).isEqualTo("exact McNemar test");
        assertThat(evidence(finding).unit()).isEqualTo("examples");
        assertThat(evidence(finding).p()).isEqualTo(new McNemar(8, 20, 1000).p());
        assertThat(evidence(finding).estimate()).isCloseTo(-.012, within(1e-15));
    }

    @Test
    void comparesTheMeanLossOfSeveralNetworksExampleByExample() {
        arms.put(
                "first", List.of(answered(1, 100, example -> example < 10), answered(2, 100, example -> example < 12)));
        arms.put(
                "second",
                List.of(answered(1, 100, example -> example < 20), answered(2, 100, example -> example < 22)));

        Evidence evidence = evidence(judged(new Claim.Difference(ERROR, "first", "second", BELOW, 0, Basis.EXAMPLES)));

        double[] losses = IntStream.range(0, 100)
                .mapToDouble(example -> example < 10 || example >= 22 ? 0 : example < 12 || example >= 20 ? -.5 : -1)
                .toArray();
        assertThat(evidence.test()).isEqualTo("paired t-test over examples");
        assertThat(evidence.p()).isCloseTo(MeanEstimate.of(losses).p(0), within(1e-12));
    }

    @Test
    void correctsForFoldsThatShareTheirTrainingExamples() {
        double[] rectifier = {.746, .751, .742, .739, .748, .755, .744, .747, .741, .750};
        double[] tanh = {.774, .770, .781, .768, .772, .790, .765, .776, .771, .779};
        arms.put("rectifier", folds(rectifier));
        arms.put("tanh", folds(tanh));

        Evidence evidence = evidence(judged(new Claim.Difference("rmse", "rectifier", "tanh", BELOW, 0, Basis.AUTO)));

        assertThat(evidence.test()).isEqualTo("corrected resampled paired t-test over folds");
        assertThat(evidence.p()).isCloseTo(2.806037984780208e-06, within(1e-12));
        assertThat(judged(new Claim.Difference("rmse", "rectifier", "tanh", BELOW, 0, Basis.SEEDS))
                        .explanation())
                .contains("folds, which are not independent");
    }

    private static List<Measurement> folds(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(fold -> new Measurement(
                        1,
                        Optional.of(new Measurement.Fold(fold, values.length)),
                        Map.of("rmse", values[fold]),
                        Map.of()))
                .toList();
    }

    @Test
    void comparesALevelWithItsThreshold() {
        arm("rectifier", "sparsity", .81, .84, .83);
        arm("tanh", "sparsity", .02, .01, .04);

        Claim.Level sparse = new Claim.Level("sparsity", "rectifier", ABOVE, .5, Basis.AUTO);
        assertThat(judged(sparse).verdict()).isEqualTo(HOLDS);
        assertThat(evidence(judged(sparse)).test()).isEqualTo("t-test over seeds");
        assertThat(judged(new Claim.Level("sparsity", "tanh", ABOVE, .5, Basis.AUTO))
                        .verdict())
                .isEqualTo(FAILS);
    }

    @Test
    void comparesTheErrorRateOfASingleNetworkByWilsonsInterval() {
        answers("rectifier", 10_000, example -> example < 143);

        Finding finding = judged(new Claim.Level(ERROR, "rectifier", BELOW, .0177, Basis.AUTO));

        assertThat(finding.verdict()).isEqualTo(HOLDS);
        assertThat(evidence(finding).interval()).isEqualTo(new Proportion(143, 10_000).wilson(0.05));
    }

    @Test
    void comparesChangesWhateverTheirDirection() {
        arm("rectifier", ERROR, .0142, .0145, .0140, .0144);
        arm("rectifier-pretrained", ERROR, .0143, .0143, .0142, .0143);
        arm("tanh", ERROR, .0157, .0159, .0156, .0160);
        arm("tanh-pretrained", ERROR, .0116, .0119, .0117, .0118);
        Claim.Change rectifier = new Claim.Change("rectifier", "rectifier-pretrained");
        Claim.Change tanh = new Claim.Change("tanh", "tanh-pretrained");
        Claim.Change tanhReversed = new Claim.Change("tanh-pretrained", "tanh");

        Finding finding = judged(new Claim.SmallerChange(ERROR, rectifier, tanh, Basis.AUTO));

        assertThat(finding.verdict()).isEqualTo(HOLDS);
        assertThat(evidence(finding).estimate()).isCloseTo(0 - .00405, within(1e-9));
        assertThat(evidence(finding).interval().high()).isNegative();
        assertThat(evidence(finding).interval().contains(evidence(finding).estimate()))
                .isTrue();
        assertThat(judged(new Claim.SmallerChange(ERROR, rectifier, tanhReversed, Basis.AUTO))
                        .verdict())
                .isEqualTo(HOLDS);
        assertThat(judged(new Claim.SmallerChange(ERROR, tanh, rectifier, Basis.AUTO))
                        .verdict())
                .isEqualTo(FAILS);
        assertThat(judged(new Claim.SmallerChange(ERROR, rectifier, rectifier, Basis.AUTO))
                        .verdict())
                .isEqualTo(UNDECIDED);
    }

    private void sparsities() {
        double[] coefficients = {0, .1, .1, .2, .3, .4, .5, .6, .7, .8, .9, 1};
        double[] sparsities = {.6, .62, .61, .7, .69, .75, .75, .8, .79, .83, .86, .84};
        double[] errors = {.017, .018, .016, .0171, .0169, .0168, .0172, .0171, .017, .0169, .03, .0171};
        arms.put(
                "scatter",
                IntStream.range(0, errors.length)
                        .mapToObj(i -> Measurement.of(
                                i,
                                Map.of("l1", coefficients[i], "sparsity", sparsities[i], ERROR, errors[i]),
                                Map.of()))
                        .toList());
    }

    @Test
    void correlatesQuantitiesOverNetworks() {
        sparsities();
        List<String> among = List.of("scatter");

        Finding rises = judged(new Claim.Correlation("sparsity", "l1", among, ABOVE, 0));

        assertThat(rises.verdict()).isEqualTo(HOLDS);
        assertThat(evidence(rises).estimate()).isCloseTo(0.9754385964912281, within(1e-12));
        assertThat(judged(new Claim.Correlation("sparsity", "l1", among, ABOVE, .9))
                        .verdict())
                .isEqualTo(UNDECIDED);
    }

    @Test
    void leavesUndecidedWhatItsIntervalStraddles() {
        arms.put(
                "five",
                IntStream.range(0, 5)
                        .mapToObj(i ->
                                Measurement.of(i, Map.of("sparsity", .7 + .01 * i, ERROR, .01 + .001 * i), Map.of()))
                        .toList());

        Finding finding = judged(new Claim.Correlation(ERROR, "sparsity", List.of("five"), ABOVE, 0));

        assertThat(evidence(finding).p()).isLessThan(.05);
        assertThat(evidence(finding).straddles()).isTrue();
        assertThat(finding.verdict()).isEqualTo(UNDECIDED);
        assertThat(finding.explanation()).startsWith("Not significant");
    }

    @Test
    void comparesNetworksInBands() {
        sparsities();
        Claim.Band robust = new Claim.Band(.7, .8);
        Claim.Band sparse = new Claim.Band(.8, .85);

        Finding flat =
                judged(new Claim.GroupDifference(ERROR, "sparsity", List.of("scatter"), sparse, robust, BELOW, .0015));

        assertThat(flat.verdict()).isEqualTo(HOLDS);
        assertThat(evidence(flat).estimate())
                .isCloseTo((.0171 + .0169 + .0171) / 3 - (.0171 + .0168 + .0172 + .017) / 4, within(1e-12));
        assertThat(evidence(flat).count()).isEqualTo(7);
        assertThat(judged(new Claim.GroupDifference(
                                ERROR, "sparsity", List.of("scatter"), new Claim.Band(.9, 1), robust, ABOVE, 0))
                        .explanation())
                .startsWith("0 networks have a sparsity in [0.9, 1.0)");
    }

    @Test
    void followsADifferenceAlongASetting() {
        double[] fractions = {.01, .02, .05, .1, .2, .5, 1};
        List<Claim.Point> points = IntStream.range(0, fractions.length)
                .mapToObj(i -> {
                    arm("without-" + i, ERROR, .2 - .02 * i, .21 - .02 * i);
                    arm("with-" + i, ERROR, .1 - .01 * i, .1 - .01 * i);
                    return new Claim.Point(fractions[i], "without-" + i, "with-" + i);
                })
                .toList();

        Finding falls = judged(new Claim.Trend(ERROR, points, BELOW, 0));

        assertThat(falls.verdict()).isEqualTo(HOLDS);
        assertThat(evidence(falls).estimate()).isCloseTo(-1, within(1e-12));
        assertThat(evidence(falls).p()).isEqualTo(2 / 5040.0);
    }

    @Test
    void correctsAFamilyByHolmsMethod() {
        arm("rectifier", ERROR, RECTIFIER);
        arm("softplus", ERROR, SOFTPLUS);
        arm("tanh", ERROR, .0156, .0153, .0152, .0169, .0149);
        Claim.Difference softplus = difference("rectifier", "softplus", BELOW, 0);
        Claim.Difference tanh = difference("rectifier", "tanh", BELOW, 0);
        double alone = evidence(judged(tanh)).p();

        Judgement best = Claims.judge(
                new Claim.AllOf(List.of(softplus, new Claim.AllOf(List.of(tanh, tanh, tanh)))), new Results(arms));

        assertThat(alone).isBetween(0.0145, 0.05);
        assertThat(best.findings()).hasSize(4);
        assertThat(best.findings().get(0).adjustedP()).isCloseTo(4 * 0.014480036422387594, within(1e-9));
        assertThat(best.verdict()).isEqualTo(UNDECIDED);
        assertThat(best.findings().get(0).explanation())
                .startsWith("Significant alone, but not in a family of 4 tests; about ");
        assertThat(best.findings().get(0).seedsMore().getAsInt()).isPositive();
    }

    @Test
    void failsAsAWholeWhereAPartFailsAndHoldsOnlyWhereAllDo() {
        arm("rectifier", "sparsity", .81, .84, .83);
        arm("tanh", "sparsity", .02, .01, .04);
        Claim.Level first = new Claim.Level("sparsity", "rectifier", ABOVE, .5, Basis.AUTO);
        Claim.Level second = new Claim.Level("sparsity", "tanh", ABOVE, .5, Basis.AUTO);
        Claim.Level unknown = new Claim.Level("sparsity", "softplus", ABOVE, .5, Basis.AUTO);

        assertThat(verdict(first, first)).isEqualTo(HOLDS);
        assertThat(verdict(first, unknown, second)).isEqualTo(FAILS);
        assertThat(verdict(first, unknown)).isEqualTo(UNDECIDED);
    }

    private Verdict verdict(Claim... claims) {
        return Claims.judge(new Claim.AllOf(List.of(claims)), new Results(arms)).verdict();
    }

    @Test
    void leavesUndecidedWhatCannotBeTestedAndSaysWhy() {
        arm("one", ERROR, .0143);
        arm("diverged", ERROR, Double.NaN, Double.NaN);
        answers("small", 10, example -> example < 3);
        answers("large", 20, example -> example < 3);

        assertThat(judged(difference("one", "nowhere", BELOW, 0)).explanation())
                .isEqualTo("there is no seed at which one and nowhere all have their error-rate.");
        assertThat(judged(difference("one", "diverged", BELOW, 0)).verdict()).isEqualTo(UNDECIDED);
        assertThat(judged(new Claim.Level("sparsity", "one", ABOVE, .5, Basis.AUTO))
                        .explanation())
                .isEqualTo("there is no seed at which one has its sparsity.");
        assertThat(judged(new Claim.Level(ERROR, "one", BELOW, .5, Basis.SEEDS)).explanation())
                .contains("at least 2 seeds are needed");
        assertThat(judged(new Claim.Level(ERROR, "one", BELOW, .5, Basis.EXAMPLES))
                        .explanation())
                .contains("error-rate is not known example by example");
        arms.put("answered", List.of(answered(0, 100, row -> row < 10)));
        assertThat(judged(difference("answered", "one", BELOW, 0)).explanation())
                .contains("not known for all networks");
        assertThat(judged(difference("small", "large", BELOW, 0)).explanation())
                .contains("different numbers of examples");
    }

    @Test
    void leavesOutSeedsWithoutAValueAndSaysSo() {
        arm("rectifier", ERROR, .0143, .0151, .0138, .0162, .0147, .015, .015);
        arm("softplus", ERROR, .0177, .0169, .0180, .0171, .0195, Double.NaN);

        Finding finding = judged(difference("rectifier", "softplus", BELOW, 0));

        assertThat(evidence(finding).count()).isEqualTo(5);
        assertThat(evidence(finding).leftOut()).isEqualTo(2);
        assertThat(finding.explanation()).endsWith("; 2 left out, which have no finite value.");
    }

    @Test
    void namesItsArmsAndSaysWhatIsClaimed() {
        Claim claim = new Claim.AllOf(List.of(
                difference("b", "a", BELOW, .001),
                new Claim.SmallerChange(ERROR, new Claim.Change("c", "a"), new Claim.Change("d", "b"), Basis.AUTO)));

        assertThat(claim.arms()).containsExactly("a", "b", "c", "d");
        assertThat(claim.text())
                .isEqualTo("error-rate of b minus that of a is below 0.001; "
                        + "error-rate changes less from c to a than from d to b");
    }

    @Test
    void refusesClaimsThatNothingCouldDecide() {
        assertThatThrownBy(() -> new Claim.Equivalence(ERROR, "a", "b", 0, Basis.AUTO))
                .isInstanceOf(InvalidOptionException.class);
        assertThatThrownBy(() -> new Claim.AllOf(List.of())).isInstanceOf(InvalidOptionException.class);
        assertThatThrownBy(() -> new Claim.Trend(ERROR, List.of(), BELOW, 0))
                .isInstanceOf(InvalidOptionException.class);
        assertThatThrownBy(() -> new Claim.Band(.8, .7)).isInstanceOf(InvalidOptionException.class);
    }

    @Test
    void refusesTwoResultsOfOneSeed() {
        Measurement one = Measurement.of(7, Map.of(), Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Results(Map.of("rectifier", List.of(one, one))))
                .withMessageContaining("'rectifier'")
                .withMessageContaining("seed 7");
    }
}
