package org.rectify.dataset.reviews.corpus;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes texts apart into terms: words by the rules of Unicode's annex 29, in lower case, none left out (Lucene's standard
 * tokenizer). The line break {@code <br />} of web pages counts as a space. Not for use by several threads.
 */
public final class TextAnalysis {

    private static final String LINE_BREAK = "<br />";

    private final Terms terms;
    private final StandardTokenizer tokenizer = new StandardTokenizer();
    private final TokenStream words = new LowerCaseFilter(tokenizer);
    private final CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
    private final Document.Builder document = new Document.Builder();

    /**
     * @param terms takes in the terms of all texts
     */
    public TextAnalysis(Terms terms) {
        this.terms = terms;
    }

    /** The terms of a text; none where it holds no word. */
    public Document document(String text) {
        try {
            tokenizer.setReader(new StringReader(text.replace(LINE_BREAK, " ")));
            words.reset();
            while (words.incrementToken()) {
                document.add(terms.number(word.buffer(), word.length()), 1);
            }
            words.end();
            words.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        return document.build();
    }
}
