package org.rectify.engine.plugin;

import java.util.ArrayList;
import java.util.List;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;

/** Collects everything that is wrong, so that one message tells all of it. */
final class Problems {

    private final List<RectifyException> found = new ArrayList<>();

    void user(String message, Throwable cause) {
        found.add(new RectifyException(Category.USER, message, cause));
    }

    void user(String message) {
        found.add(new RectifyException(Category.USER, message));
    }

    void plugin(String message) {
        found.add(new RectifyException(Category.PLUGIN, message));
    }

    /** Runs a check to its end or to its first refusal. */
    void collect(Runnable check) {
        try {
            check.run();
        } catch (RectifyException e) {
            found.add(e);
        }
    }

    /** What each problem says, in the order they were found. */
    List<String> messages() {
        return found.stream()
                .map(problem -> String.valueOf(problem.getMessage()))
                .toList();
    }

    void throwIfAny() {
        if (found.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder(
                found.size() == 1 ? "1 problem with plugins:" : found.size() + " problems with plugins:");
        for (int i = 0; i < found.size(); i++) {
            message.append("\n  ")
                    .append(i + 1)
                    .append(". ")
                    .append(found.get(i).getMessage());
        }
        boolean onlyUser = found.stream().allMatch(problem -> problem.category() == Category.USER);
        RectifyException all = new RectifyException(
                onlyUser ? Category.USER : Category.PLUGIN,
                message.toString(),
                found.get(0).getCause());
        found.forEach(all::addSuppressed);
        throw all;
    }
}
