package org.rectify.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * Which of the process's streams are shown to a person.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal
 * @param capable whether a terminal can move its cursor and show colours
 * @param coloured whether colours are wanted there
 */
record Terminals(boolean out, boolean err, boolean capable, boolean coloured) {

    /** No stream is. */
    static final Terminals NONE = new Terminals(false, false, false, false);

    /** Streams as the launcher found them: Java itself cannot tell whether standard error is a terminal. */
    static Terminals ofProcess() {
        return of(System.getProperty("rectify.terminals", ""), System.getenv());
    }

    static Terminals of(String names, Map<String, String> environment) {
        List<String> terminals = List.of(names.split(","));
        boolean capable = !environment.getOrDefault("TERM", "dumb").equals("dumb");
        boolean coloured = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminals(terminals.contains("out"), terminals.contains("err"), capable, capable && coloured);
    }

    /** How help is written to standard output. */
    Ansi help() {
        return out && coloured ? Ansi.ON : Ansi.OFF;
    }

    /** Whether a line of standard error can be drawn again and again. */
    boolean redraws() {
        return err && capable;
    }
}
