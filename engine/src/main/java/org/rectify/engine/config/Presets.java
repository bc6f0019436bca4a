package org.rectify.engine.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Pieces of experiment files that come with the engine, included as {@code "presets/NAME"}. */
public final class Presets {

    private static final List<String> NAMES =
            List.of("paper-fine-tuning", "paper-network", "paper-rectifier", "paper-softplus", "paper-tanh");

    private Presets() {}

    /** The names of all presets, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /** The text of a preset; empty where there is none of that name. */
    public static Optional<String> text(String name) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        try (InputStream stream = Presets.class.getResourceAsStream("/presets/" + name + ".conf")) {
            if (stream == null) {
                throw new IllegalStateException("the engine's jar lacks the preset " + name);
            }
            return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the preset " + name, e);
        }
    }
}
