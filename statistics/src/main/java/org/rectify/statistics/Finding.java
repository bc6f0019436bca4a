package org.rectify.statistics;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What became of an elementary claim.
 *
 * @param claim that was tested
 * @param verdict by the adjusted p-value
 * @param evidence what it rests on; empty where it could not be tested
 * @param adjustedP the p-value corrected for its family by Holm's method; 1 where it could not be tested
 * @param seedsMore how many seeds more would decide it with a power of 80 %, were the true values as observed; empty where
 *     it is decided, where no seeds are compared, or where 100,000 do not do
 * @param explanation a sentence
 */
public record Finding(
        Claim.Elementary claim,
        Verdict verdict,
        Optional<Evidence> evidence,
        double adjustedP,
        OptionalInt seedsMore,
        String explanation) {}
