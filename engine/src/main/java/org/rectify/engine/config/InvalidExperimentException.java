package org.rectify.engine.config;

import java.nio.file.Path;
import java.util.List;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;

/** Everything wrong with an experiment file; its message is one numbered list, ready to be printed (of the first
 * hundred problems, and the number of the others). */
public final class InvalidExperimentException extends RectifyException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * @param file as the user named it
     * @param problems at least one, in the order they are printed
     */
    InvalidExperimentException(Path file, List<Problem> problems) {
        super(Category.USER, numbered(file, problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems, in the order of the message. */
    public List<Problem> problems() {
        return problems;
    }

    private static String numbered(Path file, List<Problem> problems) {
        StringBuilder text = new StringBuilder()
                .append(problems.size())
                .append(problems.size() == 1 ? " problem in " : " problems in ")
                .append(file)
                .append(":\n");
        int printed = Math.min(problems.size(), Limits.PRINTED_PROBLEMS);
        for (int i = 0; i < printed; i++) {
            text.append('\n').append(i + 1).append(". ").append(problems.get(i));
        }
        return printed == problems.size()
                ? text.toString()
                : text + "\n\n... and " + (problems.size() - printed) + " more";
    }
}
