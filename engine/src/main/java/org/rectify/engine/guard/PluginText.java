package org.rectify.engine.guard;

import java.util.regex.Pattern;

/** Texts of plugins, made fit for a message. */
public final class PluginText {

    private static final int MOST_CHARACTERS = 400;

    /** Spaces, line breaks of all scripts, and characters that steer a terminal or the direction of writing. */
    private static final Pattern UNFIT = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");

    /** The same but for spaces, and what languages write. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\u2028-\\u202e\\u2066-\\u2069]+");

    private PluginText() {}

    /** One line of any length, without characters that steer a terminal. */
    public static String plain(String text) {
        return STEERING.matcher(text).replaceAll(" ");
    }

    /** One line of bearable length, without control characters. */
    public static String line(String text) {
        String head = text.strip();
        // Patterns are slow on what is dropped anyway.
        String line = UNFIT.matcher(head.substring(0, Math.min(head.length(), 10 * MOST_CHARACTERS)))
                .replaceAll(" ")
                .strip();
        return line.length() > MOST_CHARACTERS || head.length() > 10 * MOST_CHARACTERS
                ? line.substring(0, Math.min(line.length(), MOST_CHARACTERS)) + " ..."
                : line;
    }
}
