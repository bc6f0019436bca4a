package org.rectify.cli.check;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in one line what was thrown. */
final class Reason {

    private static final int LONGEST = 400;

    /** A line of a stack trace, which some assertions repeat. */
    private static final Pattern FRAME =
            Pattern.compile("at \\S+\\(.*\\)|\\.\\.\\.\\(\\d+ remaining lines.*|\\.\\.\\. \\d+ more");

    private Reason() {}

    static String of(Throwable thrown) {
        if (thrown instanceof AssertionError && thrown.getMessage() != null) {
            return oneLine(thrown.getMessage());
        }
        return "throws " + oneLine(thrown.toString());
    }

    /** The message of an error whose further lines help a user to mend it. */
    static String firstLine(Throwable thrown) {
        return String.valueOf(thrown.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst(":$", "");
    }

    private static String oneLine(String text) {
        String line = text.lines()
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !FRAME.matcher(part).matches())
                .collect(Collectors.joining(" "));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
    }
}
