package org.rectify.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Judges claims by results.
 *
 * <p>A claim holds or fails only where its quantity is significantly on one side of its threshold, and the threshold outside
 * its interval; whatever the results do not
 * decide is undecided, and says why. The elementary claims of one claim are a family: their p-values are corrected by Holm's
 * method, those that cannot be tested counting as 1.
 */
public final class Claims {

    /** The paper's level of significance (item 61); intervals are of 95 %. */
    public static final double ALPHA = 0.05;

    private Claims() {}

    /**
     * Judges a claim.
     *
     * @param claim to be judged
     * @param results of its arms; those of arms it does not name are ignored
     */
    public static Judgement judge(Claim claim, Results results) {
        List<Claim.Elementary> family = elementary(claim).toList();
        List<Attempt> attempts =
                family.stream().map(one -> Attempt.at(one, results)).toList();
        double[] adjusted =
                Holm.adjust(attempts.stream().mapToDouble(Attempt::p).toArray());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            findings.add(attempts.get(i).finding(adjusted[i], adjusted.length));
        }
        return new Judgement(claim, verdict(findings), findings);
    }

    private static Stream<Claim.Elementary> elementary(Claim claim) {
        return claim instanceof Claim.AllOf all
                ? all.claims().stream().flatMap(Claims::elementary)
                : Stream.of((Claim.Elementary) claim);
    }

    private static Verdict verdict(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.verdict() == Verdict.FAILS)) {
            return Verdict.FAILS;
        }
        return findings.stream().allMatch(finding -> finding.verdict() == Verdict.HOLDS)
                ? Verdict.HOLDS
                : Verdict.UNDECIDED;
    }

    /** A test that was made, or the reason why it was not. */
    private record Attempt(Claim.Elementary claim, Optional<TestedClaim> test, String obstacle) {

        static Attempt at(Claim.Elementary claim, Results results) {
            try {
                return new Attempt(claim, Optional.of(new ElementaryTests(results, ALPHA).test(claim)), "");
            } catch (UntestableException untestable) {
                return new Attempt(claim, Optional.empty(), String.valueOf(untestable.getMessage()));
            }
        }

        double p() {
            return test.map(made -> made.evidence().p()).orElse(1.0);
        }

        Finding finding(double adjustedP, int family) {
            if (test.isEmpty()) {
                return new Finding(claim, Verdict.UNDECIDED, Optional.empty(), 1, OptionalInt.empty(), obstacle + ".");
            }
            TestedClaim made = test.get();
            boolean decided = adjustedP <= ALPHA && !made.evidence().straddles();
            Verdict verdict = !decided ? Verdict.UNDECIDED : made.asClaimed() ? Verdict.HOLDS : Verdict.FAILS;
            OptionalInt seedsMore = verdict == Verdict.UNDECIDED
                    ? made.seedsMore(ALPHA * Math.max(1.0 / family, p() / adjustedP))
                    : OptionalInt.empty();
            return new Finding(
                    claim,
                    verdict,
                    Optional.of(made.evidence()),
                    adjustedP,
                    seedsMore,
                    explanation(verdict, made.evidence(), family, seedsMore));
        }

        private static String explanation(Verdict verdict, Evidence evidence, int family, OptionalInt seedsMore) {
            StringBuilder text = new StringBuilder(
                    switch (verdict) {
                        case HOLDS -> "Significantly as claimed";
                        case FAILS -> "Significantly the opposite of what is claimed";
                        case UNDECIDED ->
                            evidence.p() > ALPHA || evidence.straddles()
                                    ? "Not significant: the true value could be on either side of the threshold"
                                    : "Significant alone, but not in a family of " + family + " tests";
                    });
            seedsMore.ifPresent(more -> text.append("; about ")
                    .append(more)
                    .append(more == 1 ? " seed more" : " seeds more")
                    .append(" would tell, were the true values as observed"));
            if (evidence.leftOut() > 0) {
                text.append("; ").append(evidence.leftOut()).append(" left out, which have no finite value");
            }
            return text.append('.').toString();
        }
    }
}
