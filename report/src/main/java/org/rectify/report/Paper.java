package org.rectify.report;

import java.util.ArrayList;
import java.util.List;
import org.rectify.api.facts.Unit;
import org.rectify.report.PublishedCell.Network;

/** What Glorot, Bordes and Bengio (2011) report: the numbers of their tables, and where their text is at odds with them. */
final class Paper {

    static final List<String> NEURONS = List.of("rectifier", "tanh", "softplus");

    /** Sparsity of the rectifier networks in the text of section 4.1 and in the published version, in percent (items 62 and 72). */
    static final String SPARSITIES =
            "The paper's rectifier networks were sparse to 83.40\u00a0% on MNIST and 72.00\u00a0% on"
                    + " CIFAR10; its published version adds 68.0\u00a0% on NISTP and 73.8\u00a0% on NORB.";

    /** Mean accuracy of the three-layer rectifier on Amazon reviews, in the published version (item 73). */
    static final double AMAZON_ACCURACY = 0.7895;

    /** The best mean accuracy before it, as the published version quotes it. */
    static final double AMAZON_BEST_PREVIOUS = 0.7372;

    private static final double[][] WITH = {
        {1.20, 49.96, 32.86, 16.46}, {1.16, 50.79, 35.89, 17.66}, {1.17, 49.52, 33.27, 19.19}
    };
    private static final double[][] WITHOUT = {
        {1.43, 50.86, 32.64, 16.40}, {1.57, 52.62, 36.46, 19.29}, {1.77, 53.20, 35.48, 17.68}
    };
    private static final String RMSE = "rmse";

    private Paper() {}

    /** Table 1: test error of three neurons on four data sets, with pre-training and then without (item 60). */
    static List<PublishedCell> table1() {
        List<PublishedCell> cells = new ArrayList<>();
        for (boolean pretrained : new boolean[] {true, false}) {
            double[][] percent = pretrained ? WITH : WITHOUT;
            for (int neuron = 0; neuron < NEURONS.size(); neuron++) {
                for (int data = 0; data < Benchmark.IMAGES.size(); data++) {
                    Benchmark benchmark = Benchmark.IMAGES.get(data);
                    Integer[] hidden =
                            benchmark == Benchmark.NORB ? new Integer[] {4000, 2000} : new Integer[] {1000, 1000, 1000};
                    cells.add(PublishedCell.error(
                            NEURONS.get(neuron), pretrained, benchmark, percent[neuron][data], hidden));
                }
            }
        }
        return List.copyOf(cells);
    }

    /** The unit of a metric that the paper reports. */
    static Unit unit(String metric) {
        return metric.equals(RMSE) ? Unit.NUMBER : Unit.FRACTION;
    }

    /** Table 2: RMSE of star ratings, and the bound its text gives without pre-training (items 66 and 67). */
    static List<PublishedCell> table2() {
        return List.of(
                text("no hidden layer", 0.885, "0.885 ± 0.006", "", false),
                text("rectifier, 1 layer", 0.807, "0.807 ± 0.004", "rectifier", true, 5000),
                text("rectifier, 3 layers", 0.746, "0.746 ± 0.004", "rectifier", true, 5000, 5000, 5000),
                text("tanh, 3 layers", 0.774, "0.774 ± 0.008", "tanh", true, 5000, 5000, 5000),
                text("rectifier, 3 layers, no pre-training", 0.833, "≥ 0.833", "rectifier", false, 5000, 5000, 5000));
    }

    private static PublishedCell text(
            String row, double value, String text, String neuron, boolean pretrained, Integer... hidden) {
        return new PublishedCell(
                row, Benchmark.OPENTABLE, RMSE, value, text, new Network(neuron, pretrained, List.of(hidden)));
    }

    /** Rescaled softplus on NORB without pre-training, from the published version (item 70). */
    static List<PublishedCell> alphaSoftplus() {
        return List.of(
                PublishedCell.sharpness("1 (softplus)", 1, "17.68"),
                PublishedCell.sharpness("1.3", 1.3, "17.53"),
                PublishedCell.sharpness("2", 2, "16.9"),
                PublishedCell.sharpness("3", 3, "16.66"),
                PublishedCell.sharpness("6", 6, "16.54"),
                PublishedCell.sharpness("\u221e (rectifier)", Double.POSITIVE_INFINITY, "16.40"));
    }

    /** The sparsity column of table 2, by row. */
    static List<String> table2Sparsities() {
        return List.of("99.4\u00a0%", "28.9 ± 0.2\u00a0%", "53.9 ± 0.7\u00a0%", "0.0 ± 0.0\u00a0%", Numbers.UNKNOWN);
    }

    /** Where the paper's own text, tables and figures do not agree (section 10 of the specification). */
    static List<String> inconsistencies() {
        return List.of(
                "The order rectifier, tanh, softplus without pre-training is that of MNIST and CIFAR10 only: on NISTP (35.48"
                        + " against 36.46\u00a0%) and NORB (17.68 against 19.29\u00a0%) the softplus errs less than the tanh.",
                "Pre-training is said to help tanh and softplus; on NORB it costs the softplus 1.51 points (17.68 to"
                        + " 19.19\u00a0%).",
                "The best networks are said to be sparse to 50 to 80\u00a0%; that of MNIST is sparse to 83.40\u00a0%.",
                "An error of 50.79\u00a0% (tanh on CIFAR10, pre-trained) is no whole number of 5,000 test images: it cannot be that of"
                        + " a single run.",
                "The validation set of NORB has 58,428 examples, where the procedure it follows leaves 58,320.",
                "The caption of table 1 speaks of networks of depth 3; those on NORB have two hidden layers.",
                "Pre-training is said to bring the rectifier almost no improvement; on MNIST it brings 0.23 points, 16\u00a0% of"
                        + " its error.");
    }

    /**
     * Numbers of Nair and Hinton (2010) that the paper compares its own with (item 65).
     *
     * @param rectifier ours, as the others
     * @param machines ours, pre-trained as rectified RBMs
     */
    static Table nairAndHinton(String rectifier, String softplus, String machines) {
        return new Table(
                "nair-hinton",
                "Test error on NORB, beside Nair and Hinton (2010); the first two without pre-training.",
                List.of("Network", "Paper", "Ours"),
                List.of(
                        row("rectifier, this paper", "16.40\u00a0%", rectifier),
                        row("softplus, this paper", "17.68\u00a0%", softplus),
                        row("rectified RBMs, not pre-trained (Nair and Hinton)", "17.6\u00a0%", Numbers.UNKNOWN),
                        row("rectified RBMs, pre-trained (Nair and Hinton)", "below 16\u00a0%", machines)));
    }

    private static Table.Row row(String... cells) {
        return new Table.Row(List.of(cells), false);
    }
}
