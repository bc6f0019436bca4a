package org.rectify.engine.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;

/** A folder with an experiment file in it. */
record ExperimentFolder(Path folder) {

    /** An experiment without mistakes; other tests change it line by line. */
    static final String GOOD = """
            experiment { name = digits-rectifier, seed = 7 }
            dataset { type = digits }
            network {
              hidden = [30, 20]
              activation { type = rectifier }
              sign-mask = half
              penalty { type = l1-activation, coefficient = 0.001 }
            }
            fine-tuning {
              optimizer { type = sgd, learning-rate = 0.1 }
              minibatch-size = 10
              epochs = 60
            }
            """;

    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ResolvedExperiment load(String text, String... overrides) {
        Path file = write("x.conf", text);
        return Experiments.load(file, List.of(overrides), TestComponents.registry(), folder.resolve("data"));
    }

    ResolvedExperiment loadGood(String... overrides) {
        return load(GOOD, overrides);
    }

    /** The problems of an experiment, as they are printed, its folder left out. */
    List<String> problems(String text, String... overrides) {
        InvalidExperimentException refusal =
                catchThrowableOfType(InvalidExperimentException.class, () -> load(text, overrides));
        Assertions.assertThat(refusal).as("the refusal of an experiment").isNotNull();
        return refusal.problems().stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }

    /** The problems of the good experiment with one line replaced. */
    List<String> problemsWith(String line, String replacement) {
        Assertions.assertThat(GOOD).contains(line);
        return problems(GOOD.replace(line, replacement));
    }
}
