package org.rectify.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number of the paper, and the networks whose number belongs beside it.
 *
 * @param row of the paper's table
 * @param data the number is about
 * @param metric it is
 * @param value in the metric's unit; rates are fractions
 * @param text as the paper prints it
 * @param network that made it
 */
record PublishedCell(String row, Benchmark data, String metric, double value, String text, Network network) {

    /** The paper's pre-training (section 3.2). */
    static final String PRETRAINING = "denoising-autoencoder";

    /**
     * A kind of network.
     *
     * @param neuron type of its activation; empty where there is no hidden layer
     * @param alpha that tells its activation where the type does not: softplus(alpha z) / alpha (item 70)
     * @param pretrained whether its layers were pre-trained as denoising auto-encoders
     * @param hidden units of its layers in the paper
     */
    record Network(String neuron, OptionalDouble alpha, boolean pretrained, List<Integer> hidden) {

        /** Copies the list. */
        Network {
            hidden = List.copyOf(hidden);
        }

        /** A network whose activation has no options that matter here. */
        Network(String neuron, boolean pretrained, List<Integer> hidden) {
            this(neuron, OptionalDouble.empty(), pretrained, hidden);
        }

        /** Whether an arm's is of this kind; widths of layers may differ, and their number too if both are deep. */
        boolean takes(Setting arm) {
            return hidden.isEmpty()
                    ? arm.hidden().isEmpty()
                    : hasUnitsOf(arm)
                            && arm.pretraining().equals(pretrained ? Optional.of(PRETRAINING) : Optional.empty())
                            && (hidden.size() == 1) == (arm.hidden().size() == 1)
                            && !arm.hidden().isEmpty();
        }

        private boolean hasUnitsOf(Setting arm) {
            return alpha.isPresent()
                    ? arm.sharpness() == alpha.getAsDouble()
                    : arm.neuron().equals(neuron);
        }
    }

    /** The same number of another network: as a percentage where it is one. */
    static PublishedCell error(String neuron, boolean pretrained, Benchmark data, double percent, Integer... hidden) {
        return new PublishedCell(
                neuron + (pretrained ? ", with pre-training" : ", without"),
                data,
                Setting.ERROR_RATE,
                percent / 100,
                Numbers.percent(percent / 100),
                new Network(neuron, pretrained, List.of(hidden)));
    }

    /** The test error on NORB of units softplus(alpha z) / alpha, without pre-training (item 70). */
    static PublishedCell sharpness(String row, double alpha, String percent) {
        return new PublishedCell(
                row,
                Benchmark.NORB,
                Setting.ERROR_RATE,
                Double.parseDouble(percent) / 100,
                percent + "\u00a0%",
                new Network("rescaled-softplus", OptionalDouble.of(alpha), false, List.of(4000, 2000)));
    }

    /** Whether an arm's number belongs beside it: all labels, stars where labels are, and data that stand for the paper's. */
    boolean takes(Setting arm) {
        return data.takes(arm.dataset()) && !arm.ofPolarity() && arm.labelFraction() == 1 && network.takes(arm);
    }

    /** What other data an arm was tested on. */
    Optional<String> standIn(Setting arm) {
        return data.standIn(arm.dataset());
    }
}
