package org.rectify.engine.config;

/**
 * One thing wrong with an experiment.
 *
 * @param where file and line, or override
 * @param path of the value or section concerned, keys joined by dots; empty for the file as a whole
 * @param found the value as it was written; empty where there is none to show
 * @param fault what is wrong
 * @param help what would be accepted, and the nearest name; may be empty
 */
public record Problem(Location where, String path, String found, String fault, String help) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(where).append(": ");
        if (!path.isEmpty()) {
            text.append(path).append(found.isEmpty() ? "" : " = " + found).append(": ");
        }
        text.append(fault);
        return help.isEmpty() ? text.toString() : text + "\n   " + help;
    }
}
