package org.rectify.engine.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Measures HOCON texts before they are parsed, and refuses what would cost the parser its stack, or too much time.
 *
 * <p>It knows just enough of HOCON to count: strings, comments, brackets, keys, words. What it cannot read, it leaves to
 * the parser to refuse. One scanner serves all texts of an experiment, so that its counts are of all of them.
 */
final class TextScanner {

    private final Sources sources;
    private int words;
    private int keys;
    private int substitutions;

    TextScanner(Sources sources) {
        this.sources = sources;
    }

    /**
     * Measures one text.
     *
     * @param description what {@link Sources} gave the text
     * @return the line of each include, by the name included
     * @throws InvalidExperimentException when a limit is exceeded, naming the line
     */
    Map<String, Integer> scan(String text, String description) {
        return new Pass(text, description).run();
    }

    /** One text, read from its beginning to its end. */
    private final class Pass {

        private final String text;
        private final String description;
        private final Map<String, Integer> includes = new HashMap<>();
        private final Deque<Integer> levels = new ArrayDeque<>();
        private int at;
        private int line = 1;
        private int depth;

        /** Since the last separator: parts, dots, and whether the first part is the word include. */
        private int parts;

        private int dots;
        private boolean including;

        Pass(String text, String description) {
            this.text = text;
            this.description = description;
        }

        Map<String, Integer> run() {
            while (at < text.length()) {
                char c = text.charAt(at);
                switch (c) {
                    case '\n' -> newline();
                    case ',' -> sign(false);
                    case '=', ':' -> sign(true);
                    case '{', '[' -> open(c);
                    case '}', ']' -> close();
                    case '"' -> quoted();
                    case '#' -> comment();
                    default -> other(c);
                }
            }
            return includes;
        }

        private void other(char c) {
            if (text.startsWith("//", at)) {
                comment();
            } else if (text.startsWith("${", at)) {
                substitution();
            } else if (isSpace(c)) {
                at++;
            } else {
                word();
            }
        }

        private void newline() {
            if (parts > 0) { // otherwise a value may still follow its key
                separate();
            }
            line++;
            at++;
        }

        private void separate() {
            parts = 0;
            dots = 0;
            including = false;
        }

        private void sign(boolean afterKey) {
            count();
            if (afterKey) {
                keyGiven();
                // the dots of a key nest what follows it, up to the next separator
                int keyDots = dots;
                separate();
                dots = keyDots;
            } else {
                separate();
            }
            at++;
        }

        private void open(char bracket) {
            count();
            if (bracket == '{' && parts > 0) {
                keyGiven();
            }
            int deeper = 1 + dots;
            depth += deeper;
            levels.push(deeper);
            checkDepth(0);
            separate();
            at++;
        }

        private void close() {
            separate();
            if (!levels.isEmpty()) {
                int deeper = levels.pop();
                depth -= deeper;
                dots = deeper - 1; // another object may follow, to be merged under the same key
            }
            parts = 1;
            at++;
        }

        private void comment() {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        }

        private void substitution() {
            substitutions++;
            refuseIf(substitutions > Limits.SUBSTITUTIONS, "more than " + Limits.SUBSTITUTIONS + " substitutions");
            part();
            int pathDots = 0;
            boolean inQuotes = false;
            at += 2;
            while (at < text.length() && text.charAt(at) != '\n' && (inQuotes || text.charAt(at) != '}')) {
                inQuotes ^= text.charAt(at) == '"';
                pathDots += text.charAt(at) == '.' ? 1 : 0;
                at++;
            }
            checkDepth(pathDots);
            if (at < text.length() && text.charAt(at) == '}') {
                at++;
            }
        }

        private void quoted() {
            part();
            int start = at;
            int startLine = line;
            if (text.startsWith("\"\"\"", at)) {
                tripleQuoted();
            } else {
                singleQuoted();
            }
            refuseIf(at - start > Limits.WORD_LENGTH, "a text of more than " + Limits.WORD_LENGTH + " characters");
            if (including) {
                String name = text.substring(Math.min(start + 1, at), Math.max(start + 1, at - 1));
                includes.putIfAbsent(name, startLine);
            }
        }

        private void tripleQuoted() {
            int end = text.indexOf("\"\"\"", at + 3);
            int stop = end < 0 ? text.length() : end + 3;
            while (stop < text.length() && text.charAt(stop) == '"') {
                stop++;
            }
            line += (int)
                    text.substring(at, stop).chars().filter(c -> c == '\n').count();
            at = stop;
        }

        private void singleQuoted() {
            at++;
            while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            if (at < text.length() && text.charAt(at) == '"') {
                at++;
            }
            at = Math.min(at, text.length());
        }

        private void word() {
            int start = at;
            int wordDots = 0;
            do {
                wordDots += text.charAt(at) == '.' ? 1 : 0;
                at++;
            } while (at < text.length() && continuesWord());
            boolean first = parts == 0;
            part();
            refuseIf(at - start > Limits.WORD_LENGTH, "a word of more than " + Limits.WORD_LENGTH + " characters");
            if (first && text.startsWith("include", start)) {
                including = true;
            }
            dots += wordDots;
            checkDepth(dots);
        }

        private boolean continuesWord() {
            char c = text.charAt(at);
            return "\n,=:{}[]\"#".indexOf(c) < 0
                    && !isSpace(c)
                    && !text.startsWith("//", at)
                    && !text.startsWith("${", at);
        }

        private void part() {
            count();
            parts++;
            refuseIf(parts > Limits.PARTS, "a value of more than " + Limits.PARTS + " parts");
        }

        private void count() {
            words++;
            refuseIf(words > Limits.WORDS, "more than " + Limits.WORDS + " words and signs");
        }

        private void keyGiven() {
            keys++;
            refuseIf(keys > Limits.KEYS, "more than " + Limits.KEYS + " keys");
        }

        private void checkDepth(int more) {
            refuseIf(depth + more > Limits.NESTING, "nested more than " + Limits.NESTING + " deep");
        }

        private void refuseIf(boolean exceeded, String what) {
            if (exceeded) {
                throw sources.refusal(new Problem(sources.locate(description, line), "", "", what + ": too much", ""));
            }
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
