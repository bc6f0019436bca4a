package org.rectify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis with round ends and round ticks.
 *
 * @param low the value at its beginning
 * @param high the value at its end, above the low one
 * @param logarithmic whether equal ratios are equally long; the low value is positive then
 * @param ticks values to be labelled
 * @param decimals of their labels
 */
record Axis(double low, double high, boolean logarithmic, List<Double> ticks, int decimals) {

    private static final int MOST_TICKS = 6;

    /** Values of one layer may be a thousand times another's; from this ratio on, equal ratios are shown equally long. */
    private static final double WIDE = 30;

    /** Copies the list. */
    Axis {
        ticks = List.copyOf(ticks);
    }

    /**
     * Holds finite values: logarithmic if they are positive and far apart, else with zero on it unless they keep far
     * from it.
     */
    static Axis ofValues(double least, double most) {
        if (least > 0 && most / least >= WIDE) {
            return logarithmic(least, most);
        }
        double low = least > 0.6 * most ? least : Math.min(0, least);
        double margin = most > low ? 0 : Math.max(0.5 * Math.abs(most), 0.01);
        double step = step(most - low + 2 * margin);
        return linear(step * Math.floor((low - margin) / step), step * Math.ceil((most + margin) / step), step);
    }

    /** Holds shares, from none on where there are none. */
    static Axis ofShares(double least, double most) {
        return most == 0 ? ofCounts(0, 0) : ofValues(least, most);
    }

    /** From one end to the other, with round ticks between. */
    static Axis between(double low, double high) {
        double step = step(0.8 * (high - low));
        List<Double> ticks = new ArrayList<>();
        for (double count = Math.ceil(low / step - 1e-9); count * step <= high + 1e-9 * step; count++) {
            ticks.add(count * step);
        }
        return new Axis(low, high, false, ticks, decimals(step));
    }

    /** Holds numbers of things, from none on. */
    static Axis ofCounts(double least, double most) {
        double step = Math.max(1, step(most));
        return linear(0, step * Math.max(1, Math.ceil(most / step)), step);
    }

    /** From the first to the last of growing whole numbers, with whole ticks between. */
    static Axis ofSteps(double first, double last) {
        double step = Math.max(1, step(last - first));
        List<Double> ticks = new ArrayList<>();
        for (double tick = step * Math.ceil(first / step); tick <= last; tick += step) {
            ticks.add(tick);
        }
        boolean single = first == last;
        return new Axis(single ? first - 1 : first, single ? last + 1 : last, false, ticks, 0);
    }

    private static Axis linear(double low, double high, double step) {
        List<Double> ticks = new ArrayList<>();
        long count = Math.round((high - low) / step);
        for (int tick = 0; tick <= count; tick++) {
            ticks.add(low + tick * step);
        }
        return new Axis(low, high, false, ticks, decimals(step));
    }

    private static int decimals(double step) {
        return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    }

    private static Axis logarithmic(double least, double most) {
        int first = (int) Math.floor(Math.log10(least));
        int last = (int) Math.ceil(Math.log10(most));
        int stride = (last - first + MOST_TICKS - 1) / MOST_TICKS;
        double[] factors = last - first <= 3 ? new double[] {1, 2, 5} : new double[] {1};
        List<Double> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent += stride) {
            for (double factor : factors) {
                ticks.add(factor * Math.pow(10, exponent));
            }
        }
        double low = ticks.stream().filter(tick -> tick <= least * (1 + 1e-9)).reduce(ticks.get(0), Math::max);
        double high = ticks.stream()
                .filter(tick -> tick >= most * (1 - 1e-9))
                .findFirst()
                .orElse(Math.pow(10, last));
        ticks.removeIf(tick -> tick < low || tick > high);
        return new Axis(low, high, true, ticks, 0);
    }

    /** The least of 1, 2, 5, 10, ... times a power of ten that cuts a length into few enough pieces. */
    private static double step(double length) {
        double least = Math.max(length, Double.MIN_NORMAL) / (MOST_TICKS - 1);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Whether a value has a place on it. */
    boolean shows(double value) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    /** Where a value that it shows lies: 0 at the beginning, 1 at the end. */
    double position(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** How a tick is labelled. */
    String label(double tick) {
        if (tick != 0 && (Math.abs(tick) < 1e-3 || Math.abs(tick) >= 1e6)) {
            return String.format(Locale.ROOT, "%.0e", tick)
                    .replaceFirst("e([+-])0*(\\d)", "e$1$2")
                    .replace("e+", "e");
        }
        int places = logarithmic ? (int) Math.max(0, -Math.floor(Math.log10(tick) + 1e-9)) : decimals;
        return String.format(Locale.ROOT, "%,." + places + "f", tick == 0 ? 0.0 : tick);
    }
}
