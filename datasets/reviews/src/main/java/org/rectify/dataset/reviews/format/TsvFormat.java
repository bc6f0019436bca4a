package org.rectify.dataset.reviews.format;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rectify.dataset.reviews.corpus.Review;
import org.rectify.dataset.reviews.corpus.TextAnalysis;

/**
 * Lines of columns that tabulators separate, the same number in every line of one reader's files.
 *
 * <p>A line without text is damaged, whether it has stars or not.
 */
public final class TsvFormat implements ReviewFormat {

    /**
     * Which columns hold what.
     *
     * @param stars the column of the stars, from 1
     * @param text the column of the text, from 1
     * @param domain the column of the domain, from 1; 0: there is none
     * @param domains those wanted; empty: all
     * @param header whether the first line of a file is left out
     */
    public record Columns(int stars, int text, int domain, Set<String> domains, boolean header) {

        /** Copies the set. */
        public Columns {
            domains = Set.copyOf(domains);
        }

        private int last() {
            return Math.max(Math.max(stars, text), domain);
        }
    }

    private final Columns columns;
    private final StarScale scale;
    private final TextAnalysis analysis;
    private int expected;

    /** Columns by their place. */
    public TsvFormat(Columns columns, StarScale scale, TextAnalysis analysis) {
        this.columns = columns;
        this.scale = scale;
        this.analysis = analysis;
    }

    @Override
    public @Nullable Review read(String line, Place place) {
        if (columns.header() && place.line() == 1) {
            return null;
        }
        String[] cells = line.split("\t", -1);
        requireNumber(cells.length, place);
        String text = cells[columns.text() - 1];
        if (text.isBlank()) {
            throw place.wrong(columns.text(), "no text");
        }
        String stars = cells[columns.stars() - 1];
        Review review = new Review(analysis.document(text), scale.label(stars, place));
        return isWanted(cells) ? review : null;
    }

    private boolean isWanted(String[] cells) {
        return columns.domains().isEmpty() || columns.domains().contains(cells[columns.domain() - 1]);
    }

    private void requireNumber(int found, Place place) {
        if (found < columns.last()) {
            throw place.wrong("the line has " + found + (found == 1 ? " column" : " columns") + ", needed are "
                    + columns.last() + ", separated by tabulators");
        }
        if (expected == 0) {
            expected = found;
        }
        if (found != expected) {
            throw place.wrong("the line has " + found + " columns, but the lines before " + expected);
        }
    }
}
