package org.rectify.report;

import java.util.List;
import java.util.Optional;

/**
 * All that the report of a folder says, in words and numbers ready to be set.
 *
 * @param title of the report
 * @param subtitle what it rests on
 * @param warnings what a reader has to know before reading on
 * @param keyNumbers what most readers look for
 * @param claims what became of those that studies declare
 * @param table1 as the paper prints it
 * @param tables that follow
 * @param figures of the paper
 * @param learning curves of all settings
 * @param arms every setting
 * @param runs one of each setting, in detail
 * @param inconsistencies of the paper
 * @param leftOut what is not reported
 * @param provenance groups of names and values
 */
record FolderPage(
        String title,
        String subtitle,
        List<String> warnings,
        List<Page.KeyNumber> keyNumbers,
        ClaimsSummary claims,
        Matrix table1,
        List<Table> tables,
        List<Drawing> figures,
        List<Drawing> learning,
        Table arms,
        List<RunDetail> runs,
        List<String> inconsistencies,
        List<RunCollection.LeftOut> leftOut,
        List<Page.Entry> provenance) {

    /**
     * A run in detail.
     *
     * @param id unique on the page
     * @param title of its setting
     * @param subtitle which of its runs it is
     * @param open whether it is unfolded
     * @param drawings of its training
     * @param histograms of the outputs of its hidden layers; none if it recorded none
     */
    record RunDetail(
            String id,
            String title,
            String subtitle,
            boolean open,
            List<Drawing> drawings,
            List<DrawnHistogram> histograms) {}

    /**
     * What became of the claims.
     *
     * @param sentence how many of them hold
     * @param claims those that fail first
     * @param table of all, for other programs; empty if there are none
     */
    record ClaimsSummary(String sentence, List<ClaimRecord> claims, Optional<Table> table) {}
}
