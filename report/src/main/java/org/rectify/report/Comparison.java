package org.rectify.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A number of the paper and ours.
 *
 * @param published the paper's
 * @param arm that ours is of; empty where no runs belong there
 */
record Comparison(PublishedCell published, Optional<Setting> arm) {

    /** Of arms alike in what the paper tells, the one that rests on more comes first. */
    static final Comparator<Setting> FOUNDATION = Comparator.comparingInt(Setting::trainingExamples)
            .reversed()
            .thenComparing(
                    Comparator.<Setting>comparingInt(arm -> arm.runs().size()).reversed())
            .thenComparingDouble(Setting::validation)
            .thenComparing(Setting::name);

    /** How ours stands to the paper's. */
    enum Agreement {
        /** They differ by no more than test sets and seeds do. */
        AGREES,
        /** Ours is higher. */
        HIGHER,
        /** Ours is lower. */
        LOWER,
        /** Ours is of other data, so that the numbers cannot be compared. */
        OTHER_DATA,
        /** There is none of ours. */
        NOT_RUN;

        /** How a number of ours stands to one of the paper's on the same data. */
        static Agreement of(double ours, double published, double tolerance) {
            double difference = ours - published;
            if (Math.abs(difference) <= tolerance * (1 + 1e-9)) {
                return AGREES;
            }
            return difference > 0 ? HIGHER : LOWER;
        }

        String word() {
            return switch (this) {
                case AGREES -> "agrees";
                case HIGHER -> "higher";
                case LOWER -> "lower";
                case OTHER_DATA -> "other data";
                case NOT_RUN -> "not run";
            };
        }
    }

    /** Finds, of all arms that belong beside a number, the one closest to how the paper made it. */
    static Comparison of(PublishedCell published, List<Setting> arms) {
        return new Comparison(
                published,
                arms.stream()
                        .filter(published::takes)
                        .filter(arm -> Double.isFinite(arm.mean(published.metric())))
                        .min(closeness(published)));
    }

    private static Comparator<Setting> closeness(PublishedCell published) {
        return Comparator.<Setting>comparingInt(arm -> published.data().rank(arm.dataset()))
                .thenComparing(arm -> !arm.hidden().equals(published.network().hidden()))
                .thenComparing(FOUNDATION);
    }

    /** Ours; NaN where there is none. */
    double ours() {
        return arm.map(one -> one.mean(published.metric())).orElse(Double.NaN);
    }

    Agreement agreement() {
        if (arm.isEmpty()) {
            return Agreement.NOT_RUN;
        }
        if (arm.flatMap(published::standIn).isPresent()) {
            return Agreement.OTHER_DATA;
        }
        return Agreement.of(ours(), published.value(), published.data().tolerance());
    }

    /** Ours as it is printed. */
    String text() {
        return Numbers.measured(Paper.unit(published.metric()), ours());
    }

    /** Where ours lies; a dash where that is not known. */
    String interval() {
        return arm.flatMap(one -> one.interval(published.metric()))
                .map(interval -> Numbers.interval(Paper.unit(published.metric()), interval.low(), interval.high()))
                .orElse(Numbers.UNKNOWN);
    }

    /** In what ours was made differently from the paper's; empty if in nothing that is known. */
    String differences() {
        return arm.map(this::differencesOf).orElse("");
    }

    private String differencesOf(Setting ours) {
        List<String> differences = new ArrayList<>();
        published.standIn(ours).ifPresent(differences::add);
        int examples = ours.trainingExamples();
        if (examples != published.data().trainingExamples()) {
            differences.add(String.format(
                    Locale.ROOT,
                    "%,d of %,d training examples",
                    examples,
                    published.data().trainingExamples()));
        }
        if (!ours.hidden().equals(published.network().hidden())) {
            differences.add(ours.shape() + " units");
        }
        return String.join("; ", differences);
    }
}
