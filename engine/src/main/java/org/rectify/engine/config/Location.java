package org.rectify.engine.config;

/**
 * Where a value of an experiment was written.
 *
 * @param source a file as the user named it, a preset, or {@code --set PATH}
 * @param line from 1; 0 where the source has no lines
 */
public record Location(String source, int line) {

    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line;
    }
}
