package org.rectify.engine.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts an experiment is read from, and the problems found in them.
 *
 * <p>The HOCON library remembers a description for every value. Each text is described to it by a token of our own, so
 * that locations can be read back safely, whatever characters a file name holds.
 */
final class Sources {

    private static final Pattern TOKEN = Pattern.compile("<text (\\d+)>(?:: (\\d+)(?:-\\d+)?)?(: )?");

    /** More than a text within {@link Limits} can have. */
    private static final int LINES = 2 * Limits.BYTES;

    private record Source(String name, boolean hasLines) {}

    private final Path file;
    private final List<Source> sources;
    private final List<Problem> problems = new ArrayList<>();

    Sources(Path file) {
        this(file, new ArrayList<>());
    }

    private Sources(Path file, List<Source> sources) {
        this.file = file;
        this.sources = sources;
    }

    /** The same texts, for problems that are not reported. */
    Sources aside() {
        return new Sources(file, sources);
    }

    /** Registers a file or preset; the answer describes it to the HOCON library. */
    String file(String name) {
        return register(new Source(name, true));
    }

    /** Registers a text that the user did not write; the answer describes it to the HOCON library. */
    String text(String name) {
        return register(new Source(name, false));
    }

    /** Registers an override; the answer describes it to the HOCON library. */
    String override(String path) {
        return register(new Source("--set " + path, false));
    }

    private String register(Source source) {
        sources.add(source);
        return "<text " + (sources.size() - 1) + ">";
    }

    /** Where a value was written; for one merged from several texts, where the experiment file has it, if it has. */
    Location locate(ConfigOrigin origin) {
        return TOKEN.matcher(origin.description())
                .results()
                .min(Comparator.comparingInt(match -> Integer.parseInt(match.group(1))))
                .map(match -> locate(match, origin.lineNumber()))
                .orElseGet(() -> new Location(file.toString(), 1));
    }

    private Location locate(MatchResult match, int mergedLine) {
        Source source = sources.get(Integer.parseInt(match.group(1)));
        if (!source.hasLines()) {
            return new Location(source.name(), 0);
        }
        int line = match.group(2) == null ? mergedLine : Integer.parseInt(match.group(2));
        return new Location(source.name(), Math.max(1, line));
    }

    /** Orders values as they were written: HOCON's objects are unordered. Values of one line are left to their keys. */
    int order(ConfigOrigin origin) {
        return TOKEN.matcher(origin.description())
                .results()
                .mapToInt(match -> Math.multiplyExact(Integer.parseInt(match.group(1)), LINES)
                        + (match.group(2) == null
                                ? Math.max(0, origin.lineNumber())
                                : Integer.parseInt(match.group(2))))
                .min()
                .orElse(0);
    }

    /** The location of a line of a registered text. */
    Location locate(String description, int line) {
        Matcher matcher = TOKEN.matcher(description);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a registered text: " + description);
        }
        Source source = sources.get(Integer.parseInt(matcher.group(1)));
        return new Location(source.name(), source.hasLines() ? line : 0);
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void add(ConfigValue at, String path, String fault, String help) {
        add(new Problem(locate(at.origin()), path, "", fault, help));
    }

    /** What the HOCON library refused, in one problem. */
    Problem problem(ConfigException refusal) {
        Location where = refusal.origin() == null ? new Location(file.toString(), 1) : locate(refusal.origin());
        String help = refusal instanceof ConfigException.UnresolvedSubstitution
                ? "a substitution names a value of the same experiment; environment variables are not read"
                : "";
        return new Problem(where, "", "", printable(readable(String.valueOf(refusal.getMessage()))), help);
    }

    private String readable(String message) {
        Matcher prefix = TOKEN.matcher(message);
        String text = prefix.lookingAt() ? message.substring(prefix.end()) : message;
        return TOKEN.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(locate(match, 1) + (match.group(3) == null ? "" : ": ")));
    }

    /** A text without control characters, of bearable length, so that no file can write to the terminal as it likes. */
    static String printable(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(400).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                clean.append(String.format("\\u%04x", c));
            } else {
                clean.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > 400 ? clean + "..." : clean.toString();
    }

    /** The problems so far, in the order they were found. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Ends reading with one more problem. */
    InvalidExperimentException refusal(Problem last) {
        add(last);
        return refusal();
    }

    /** Everything collected so far, files before overrides, each from its top. */
    InvalidExperimentException refusal() {
        List<String> order = sources.stream().map(Source::name).toList();
        List<Problem> sorted = problems.stream()
                .sorted(Comparator.comparingInt((Problem problem) ->
                                order.indexOf(problem.where().source()))
                        .thenComparingInt(problem -> problem.where().line()))
                .toList();
        return new InvalidExperimentException(file, sorted);
    }

    boolean anyProblems() {
        return !problems.isEmpty();
    }
}
