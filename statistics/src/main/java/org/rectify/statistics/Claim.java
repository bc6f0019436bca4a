package org.rectify.statistics;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Require;

/** A statement about the results of arms that can hold, fail, or be undecided (items 75-84). */
public sealed interface Claim {

    /** The names of the arms it is about. */
    SortedSet<String> arms();

    /** The claim as a sentence without its full stop. */
    String text();

    /** A claim that is tested by itself; its verdict needs no other's. */
    sealed interface Elementary extends Claim {}

    /** The mean of one arm is on one side of a threshold, such as a sparsity above one half (item 80). */
    record Level(
            @Describe("A metric that the experiments measure, or examples-per-second.")
            String metric,

            @Describe("The arm.") String arm,

            @Describe("On which side of the threshold its mean is.")
            Relation relation,

            @Describe("The threshold, in the metric's unit; rates are fractions.")
            double threshold,

            @Describe(value = "What varies between values.", defaultsTo = "auto")
            Basis basis)
            implements Elementary {

        @Override
        public SortedSet<String> arms() {
            return Claim.sorted(Stream.of(arm));
        }

        @Override
        public String text() {
            return metric + " of " + arm + " is " + relation + " " + threshold;
        }
    }

    /** The mean of one arm minus that of another is on one side of a threshold: better, a gain, not worse by a margin (items 75-78). */
    record Difference(
            @Describe("A metric that the experiments measure, or examples-per-second.")
            String metric,

            @Describe("The arm from whose mean the other's is subtracted.")
            String first,

            @Describe("The arm whose mean is subtracted.") String second,

            @Describe("On which side of the threshold the difference is.")
            Relation relation,

            @Describe(value = "The threshold, in the metric's unit; rates are fractions.", defaultsTo = "0")
            double threshold,

            @Describe(value = "What varies between pairs.", defaultsTo = "auto")
            Basis basis)
            implements Elementary {

        @Override
        public SortedSet<String> arms() {
            return Claim.sorted(Stream.of(first, second));
        }

        @Override
        public String text() {
            return metric + " of " + first + " minus that of " + second + " is " + relation + " " + threshold;
        }
    }

    /** Two arms differ by less than a margin (items 79 and 82). */
    record Equivalence(
            @Describe("A metric that the experiments measure, or examples-per-second.")
            String metric,

            @Describe("One arm.") String first,
            @Describe("The other arm.") String second,

            @Describe(value = "The difference that would matter, in the metric's unit.", range = "(0, inf)")
            double margin,

            @Describe(value = "What varies between pairs.", defaultsTo = "auto")
            Basis basis)
            implements Elementary {

        /** Refuses a margin that nothing is within. */
        public Equivalence {
            Require.in("margin", margin, "(0, inf)");
        }

        @Override
        public SortedSet<String> arms() {
            return Claim.sorted(Stream.of(first, second));
        }

        @Override
        public String text() {
            return metric + " of " + first + " and of " + second + " differ by less than " + margin;
        }
    }

    /** Something changes one network less than another, in whichever direction: |a - b| < |c - d| (item 77). */
    record SmallerChange(
            @Describe("A metric that the experiments measure, or examples-per-second.")
            String metric,

            @Describe("The pair of arms that is claimed to differ less.")
            Change smaller,

            @Describe("The pair of arms that is claimed to differ more.")
            Change larger,

            @Describe(value = "What varies between values.", defaultsTo = "auto")
            Basis basis)
            implements Elementary {

        @Override
        public SortedSet<String> arms() {
            return Claim.sorted(Stream.of(smaller.from(), smaller.to(), larger.from(), larger.to()));
        }

        @Override
        public String text() {
            return metric + " changes less from " + smaller.from() + " to " + smaller.to() + " than from "
                    + larger.from() + " to " + larger.to();
        }
    }

    /** Networks that fall into one band differ from those in another, whichever arm they belong to (items 63 and 81). */
    record GroupDifference(
            @Describe("A metric that the experiments measure, or examples-per-second.")
            String metric,

            @Describe("The measured quantity or setting that tells to which band a network belongs.")
            String by,

            @Describe("The arms that networks are taken from.")
            List<String> among,

            @Describe("The band from whose mean the other's is subtracted.")
            Band first,

            @Describe("The band whose mean is subtracted.") Band second,

            @Describe("On which side of the threshold the difference is.")
            Relation relation,

            @Describe(value = "The threshold, in the metric's unit; rates are fractions.", defaultsTo = "0")
            double threshold)
            implements Elementary {

        /** Copies the list. */
        public GroupDifference {
            among = List.copyOf(among);
        }

        @Override
        public SortedSet<String> arms() {
            return Claim.sorted(among.stream());
        }

        @Override
        public String text() {
            return metric + " where " + by + " is " + first + " minus that where it is " + second + " is " + relation
                    + " " + threshold;
        }
    }

    /** One quantity rises or falls with another over all networks (item 63). */
    record Correlation(
            @Describe("One measured quantity or setting.") String metric,

            @Describe("The other measured quantity or setting.")
            String with,

            @Describe("The arms that networks are taken from.")
            List<String> among,

            @Describe("On which side of the threshold Spearman's rank correlation is.")
            Relation relation,

            @Describe(value = "The threshold.", defaultsTo = "0", range = "(-1, 1)")
            double threshold)
            implements Elementary {

        /** Copies the list; refuses a threshold beyond which nothing is. */
        public Correlation {
            Require.in("threshold", threshold, "(-1, 1)");
            among = List.copyOf(among);
        }

        @Override
        public SortedSet<String> arms() {
            return Claim.sorted(among.stream());
        }

        @Override
        public String text() {
            return "rank correlation of " + metric + " with " + with + " is " + relation + " " + threshold;
        }
    }

    /** The difference between two arms rises or falls along a setting, such as the share of labels (items 64 and 82). */
    record Trend(
            @Describe("A metric that the experiments measure, or examples-per-second.")
            String metric,

            @Describe("Where on the setting each difference is, and the arms it is between; at least 4.")
            List<Point> points,

            @Describe("On which side of the threshold Spearman's rank correlation is.")
            Relation relation,

            @Describe(value = "The threshold.", defaultsTo = "0", range = "(-1, 1)")
            double threshold)
            implements Elementary {

        /** Copies the list; refuses a threshold beyond which nothing is, and points that show no trend. */
        public Trend {
            Require.in("threshold", threshold, "(-1, 1)");
            Require.that(points.size() >= 4, "points", points.size(), "at least 4");
            points = List.copyOf(points);
        }

        @Override
        public SortedSet<String> arms() {
            return Claim.sorted(points.stream().flatMap(point -> Stream.of(point.first(), point.second())));
        }

        @Override
        public String text() {
            return "rank correlation of the difference in " + metric + " with its place is " + relation + " "
                    + threshold;
        }
    }

    /** All of several claims, which are one family: their p-values are corrected together. */
    record AllOf(List<Claim> claims) implements Claim {

        /** Copies the list; refuses an empty one. */
        public AllOf {
            Require.that(!claims.isEmpty(), "claims", claims, "at least one claim");
            claims = List.copyOf(claims);
        }

        @Override
        public SortedSet<String> arms() {
            return Claim.sorted(claims.stream().flatMap(claim -> claim.arms().stream()));
        }

        @Override
        public String text() {
            return claims.stream().map(Claim::text).collect(Collectors.joining("; "));
        }
    }

    /**
     * A change from one arm to another.
     *
     * @param from the arm before
     * @param to the arm after
     */
    record Change(
            @Describe("The arm before.") String from,
            @Describe("The arm after.") String to) {}

    /**
     * A half-open range of values.
     *
     * @param from included
     * @param to excluded, above from
     */
    record Band(
            @Describe("The lower end, included.") double from,
            @Describe("The upper end, excluded.") double to) {

        /** Refuses an empty range. */
        public Band {
            Require.that(from < to, "to", to, "more than " + from);
        }

        boolean contains(double value) {
            return from <= value && value < to;
        }

        @Override
        public String toString() {
            return "in [" + from + ", " + to + ")";
        }
    }

    /**
     * A difference at a place.
     *
     * @param at the place
     * @param first the arm from whose mean the other's is subtracted
     * @param second the arm whose mean is subtracted
     */
    record Point(
            @Describe("The place.") double at,

            @Describe("The arm from whose mean the other's is subtracted.")
            String first,

            @Describe("The arm whose mean is subtracted.") String second) {}

    private static SortedSet<String> sorted(Stream<String> arms) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(arms.toList()));
    }
}
