package org.rectify.statistics;

import java.util.List;
import java.util.OptionalInt;

/**
 * An elementary claim put to the test, before its family is corrected for.
 *
 * @param evidence what was found
 * @param asClaimed whether the estimate is on the claim's side
 * @param seeds what is compared over seeds, with the value each mean must be told from; empty where no seeds are
 */
record TestedClaim(Evidence evidence, boolean asClaimed, List<OverSeeds> seeds) {

    /**
     * A mean over seeds.
     *
     * @param estimate the mean
     * @param expected the value it must be told from
     */
    record OverSeeds(MeanEstimate estimate, double expected) {

        /** How many seeds it takes, in all. */
        OptionalInt needed(double alpha) {
            return estimate.deviation() == 0
                    ? OptionalInt.of((int) Math.ceil(1 - Math.log(alpha) / Math.log(2)))
                    : PairedPower.pairsNeeded(estimate.cohensD(expected), alpha, PairedPower.USUAL);
        }
    }

    /** How many seeds more would decide it, at least one; empty where that is not known. */
    OptionalInt seedsMore(double alpha) {
        List<OptionalInt> needed =
                seeds.stream().map(mean -> mean.needed(alpha)).toList();
        if (needed.isEmpty() || needed.stream().anyMatch(OptionalInt::isEmpty)) {
            return OptionalInt.empty();
        }
        int most = needed.stream().mapToInt(OptionalInt::getAsInt).max().orElseThrow();
        return OptionalInt.of(Math.max(1, most - evidence.count()));
    }
}
