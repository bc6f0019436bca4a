package org.rectify.cli;

/** Where the process begins. */
public final class Main {

    private Main() {}

    /** Runs the command line and ends the process with one of the {@linkplain ExitCode exit codes}. */
    public static void main(String[] arguments) {
        int exitCode =
                RectifyCommand.commandLine(Terminals.ofProcess(), arguments).execute(arguments);
        LastResort.begin(exitCode);
        System.exit(exitCode);
    }
}
