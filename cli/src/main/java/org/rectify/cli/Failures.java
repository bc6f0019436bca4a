package org.rectify.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.rectify.api.error.RectifyException;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one message and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        if (command.getParent() == null && arguments.length == 0) {
            command.usage(err, CommandLine.Help.Ansi.OFF);
            return ExitCode.USER;
        }
        err.println("rectify: " + sentence(mistake, command));
        if (mistake instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            UnmatchedArgumentException.printSuggestions(unmatched, err);
        }
        err.println("'" + command.getCommandSpec().qualifiedName() + " --help' tells what is accepted.");
        return ExitCode.USER;
    }

    private static String sentence(ParameterException mistake, CommandLine command) {
        if (!command.getSubcommands().isEmpty()
                && mistake instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()) {
            return "no such command: " + unmatched.getUnmatched().get(0) + "; there are "
                    + String.join(", ", command.getSubcommands().keySet());
        }
        String message = String.valueOf(mistake.getMessage());
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    /** Runs the last command; an error of Java is handled as an exception is, which it would otherwise not be. */
    static int execute(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (Error e) {
            CommandLine command = parsed.commandSpec().commandLine();
            throw new ExecutionException(command, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof RectifyException known) {
            err.println("rectify: " + known.getMessage());
            return ExitCode.of(known.category());
        }
        Throwable cause = failure instanceof ExecutionException ? failure.getCause() : failure;
        if (cause instanceof OutOfMemoryError) {
            err.println("rectify: not enough memory (" + cause.getMessage()
                    + "); ask for less, or give Java more: RECTIFY_JAVA_OPTS=-Xmx8g for 8 GB");
            return ExitCode.USER;
        }
        err.println("rectify: internal error (" + cause + "); " + stackTrace(failure)
                + "; please report it, with that file");
        return ExitCode.INTERNAL;
    }

    /** Writes the stack trace to a file of its own and tells where. */
    private static String stackTrace(Exception failure) {
        try {
            Path file = Files.createTempFile("rectify-error-", ".txt");
            try (PrintStream content = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
                content.println(OffsetDateTime.now());
                for (String line : new Version().getVersion()) {
                    content.println(line);
                }
                failure.printStackTrace(content);
            }
            return "its stack trace is in " + file;
        } catch (IOException e) {
            failure.printStackTrace();
            return "its stack trace is above";
        }
    }
}
