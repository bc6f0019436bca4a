package org.rectify.report;

import java.util.List;
import java.util.Optional;

/**
 * All that the page says, in words and numbers ready to be set.
 *
 * @param title the experiment's name
 * @param subtitle data set and seed
 * @param warning what is wrong with the run
 * @param keyNumbers what most readers look for
 * @param metrics of validation and test
 * @param matrices of metrics on test examples
 * @param layers of the hidden layers; no rows if there are none
 * @param figures the course of training
 * @param histograms of the outputs of the hidden layers; none if there are none
 * @param epochs every report
 * @param configuration the resolved experiment
 * @param provenance groups of names and values
 */
record Page(
        String title,
        String subtitle,
        Optional<String> warning,
        List<KeyNumber> keyNumbers,
        Table metrics,
        List<Table> matrices,
        Table layers,
        List<Figure> figures,
        List<DrawnHistogram> histograms,
        Table epochs,
        String configuration,
        List<Entry> provenance) {

    /** A number, what it is, and a remark. */
    record KeyNumber(String name, String value, String remark) {}

    /** A name and what there is to say of it, one to a line. */
    record Entry(String name, List<Line> lines) {}

    /** A statement, and a checksum or command to be copied; either may be empty. */
    record Line(String text, String code) {}
}
