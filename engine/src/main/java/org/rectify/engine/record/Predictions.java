package org.rectify.engine.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rectify.api.error.DataException;
import org.rectify.api.metric.Observation;
import org.rectify.api.output.OutputLayer;
import org.rectify.statistics.Correctness;

/** What a network told of each test example, in the order of the split; needed to compare runs example by example (items 61 and 89). */
public abstract sealed class Predictions permits ClassPredictions, NumberPredictions {

    private static final String ROW = "row";

    /**
     * Takes in nothing yet.
     *
     * @param output of the network that tells
     * @param targets the names of the numbers that are to be told; none where classes stand for a number
     */
    public static Predictions of(OutputLayer output, List<String> targets) {
        return switch (output.task()) {
            case CLASSIFICATION -> new ClassPredictions();
            case REGRESSION -> NumberPredictions.of(output.units(), targets);
        };
    }

    /** Takes in the examples of the next minibatch. */
    public abstract void observe(Observation batch);

    /** Number of examples taken in. */
    public abstract int size();

    /** Which examples were classified correctly; empty where numbers were told, or nothing was. */
    public abstract Optional<Correctness> correctness();

    /** Names of the columns after that of rows. */
    abstract List<String> columns();

    /** An example as written in these columns. */
    abstract List<String> line(int row);

    /**
     * Takes in the next example.
     *
     * @param line as written, as long as there are columns
     */
    abstract void add(List<String> line);

    /**
     * Reads the file of a run.
     *
     * @param run its name, for errors
     * @throws DataException where it is missing or damaged
     */
    public static Predictions read(Path file, String run) {
        if (!Files.isRegularFile(file)) {
            throw new DataException(run + " has no " + file.getFileName());
        }
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return readFrom(reader);
        } catch (IOException unreadable) {
            throw new DataException(
                    "the predictions of " + run + " cannot be read: " + RunFiles.reason(unreadable), unreadable);
        } catch (IllegalArgumentException damaged) {
            String why =
                    String.valueOf(damaged.getMessage()).lines().findFirst().orElse("");
            throw new DataException("the predictions of " + run + " are damaged: " + why, damaged);
        }
    }

    private static Predictions readFrom(Reader reader) throws IOException {
        Optional<Predictions> predictions = Optional.empty();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(reader)) {
            for (CsvRecord line : csv) {
                List<String> fields = line.getFields();
                if (predictions.isEmpty()) {
                    predictions = Optional.of(ofColumns(fields));
                } else {
                    predictions.get().addNumbered(fields);
                }
            }
        } catch (CsvParseException damaged) {
            throw new IllegalArgumentException(damaged.getMessage(), damaged);
        }
        return predictions.orElseThrow(() -> new IllegalArgumentException("the file is empty"));
    }

    private static Predictions ofColumns(List<String> columns) {
        List<String> known = columns.subList(Math.min(1, columns.size()), columns.size());
        if (!columns.isEmpty() && columns.get(0).equals(ROW)) {
            return known.equals(ClassPredictions.COLUMNS) ? new ClassPredictions() : NumberPredictions.ofColumns(known);
        }
        throw new IllegalArgumentException("its columns are " + columns);
    }

    /** The reader has seen to it that all lines are of one length. */
    private void addNumbered(List<String> fields) {
        if (Integer.parseInt(fields.get(0)) != size()) {
            throw new IllegalArgumentException("row " + size() + " is missing");
        }
        add(fields.subList(1, fields.size()));
    }

    final void writeTo(Writer writer) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer)) {
            csv.writeRecord(numbered(ROW, columns()));
            for (int row = 0; row < size(); row++) {
                csv.writeRecord(numbered(Integer.toString(row), line(row)));
            }
        }
    }

    private static List<String> numbered(String row, List<String> fields) {
        List<String> record = new ArrayList<>(List.of(row));
        record.addAll(fields);
        return record;
    }
}
