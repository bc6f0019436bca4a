package org.rectify.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.data.ContactSheet;
import org.rectify.engine.data.DatasetDescription;
import org.rectify.engine.data.Datasets;
import org.rectify.engine.data.FirstTexts;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What {@code rectify datasets info} and {@code preview} do once their arguments are read; apart from them for help's sake. */
record DatasetReading(CommandLine command, DatasetOptions options) {

    private static final int MOST_CLASSES = 100;
    private static final int ROWS = 10;
    private static final int TEXTS = 10;
    private static final int MOST_SHOWN = 1000;

    /** Something to do with a data set. */
    private interface Reader {
        int read(Dataset dataset);
    }

    /** Prints what is in the data set; returns the exit code. */
    int describe(boolean json) {
        return read(dataset -> {
            DatasetDescription description = DatasetDescription.of(dataset, DatasetDescription.MOST_EXAMINED);
            PrintWriter out = command.getOut();
            if (json) {
                out.print(description.json());
            } else {
                DatasetText.of(description).forEach(out::println);
            }
            out.flush();
            return ExitCode.DONE;
        });
    }

    /** Draws or prints examples; returns the exit code. */
    int preview(Optional<Path> file, Optional<Integer> rows, int columns) {
        rows.ifPresent(number -> requireShown("--rows", number));
        requireShown("--columns", columns);
        Path picture = file.orElse(Path.of(options.name() + ".png"));
        return read(dataset -> {
            DatasetInfo info = dataset.info();
            PrintWriter out = command.getOut();
            if (FirstTexts.shows(dataset)) {
                FirstTexts.of(dataset, rows.orElse(TEXTS), columns).forEach(out::println);
            } else if (ContactSheet.shows(info)) {
                boolean classes = !info.classes().isEmpty();
                int most = rows.orElse(classes ? MOST_CLASSES : ROWS);
                ContactSheet sheet = ContactSheet.of(info, dataset.train(), most, columns);
                write(sheet, picture);
                out.println(
                        classes
                                ? "rows from the top: "
                                        + String.join(", ", info.classes().subList(0, sheet.rows()))
                                : "the first examples, row after row");
                out.println("written to " + picture);
            } else {
                throw new RectifyException(
                        Category.USER,
                        options.name() + ": examples of " + info.inputs()
                                + " inputs without height and width cannot be shown");
            }
            return ExitCode.DONE;
        });
    }

    private int read(Reader reader) {
        try (Workbench workbench = Workbench.open(options.pluginDirectories())) {
            String name = Datasets.named(options.name(), workbench.registry()).name();
            try (Dataset dataset = Experiments.dataset(
                            name, options.overrides(), workbench.registry(), options.dataDirectory())
                    .create()) {
                return reader.read(dataset);
            }
        }
    }

    private void requireShown(String option, int number) {
        if (number < 1 || number > MOST_SHOWN) {
            throw new ParameterException(command, option + " " + number + ": accepted are 1 to " + MOST_SHOWN);
        }
    }

    private static void write(ContactSheet sheet, Path file) {
        try (OutputStream stream = Files.newOutputStream(file)) {
            sheet.writeTo(stream);
        } catch (IOException e) {
            throw new RectifyException(Category.USER, "cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
