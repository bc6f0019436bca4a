package org.rectify.engine.record;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.rectify.api.metric.Observation;
import org.rectify.engine.statistics.Correctness;

/** What a network made of each test example, in the order of the split; needed to compare runs example by example (items 61 and 89). */
public final class Predictions {

    private final List<Prediction> predictions = new ArrayList<>();

    /**
     * What a network made of an example.
     *
     * @param label the true class
     * @param predicted the class of highest probability
     * @param logProbability natural logarithm of the probability given to the true class
     */
    public record Prediction(int label, int predicted, double logProbability) {}

    /** Takes in the next example. */
    public void add(Prediction prediction) {
        predictions.add(prediction);
    }

    /** Takes in the examples of the next minibatch. */
    public void observe(Observation batch) {
        for (int example = 0; example < batch.size(); example++) {
            int label = batch.label(example);
            add(new Prediction(label, batch.predicted(example), batch.logProbability(example, label)));
        }
    }

    /** Number of examples taken in. */
    public int size() {
        return predictions.size();
    }

    /** All of them, in the order of the split. */
    public List<Prediction> all() {
        return List.copyOf(predictions);
    }

    /** Which examples were classified correctly. */
    public Correctness correctness() {
        return Correctness.of(size(), row -> {
            Prediction prediction = predictions.get(row);
            return prediction.label() == prediction.predicted();
        });
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Predictions readFrom(Reader reader) throws IOException {
        Predictions predictions = new Predictions();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            for (NamedCsvRecord line : csv) {
                if (Integer.parseInt(line.getField("row")) != predictions.size()) {
                    throw new IllegalArgumentException("row " + predictions.size() + " is missing");
                }
                predictions.add(new Prediction(
                        Integer.parseInt(line.getField("label")),
                        Integer.parseInt(line.getField("predicted")),
                        Double.parseDouble(line.getField("log-probability"))));
            }
        } catch (NoSuchElementException | CsvParseException damaged) {
            throw new IllegalArgumentException(damaged.getMessage(), damaged);
        }
        return predictions;
    }

    void writeTo(Writer writer) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer)) {
            csv.writeRecord("row", "label", "predicted", "log-probability");
            for (int row = 0; row < predictions.size(); row++) {
                Prediction prediction = predictions.get(row);
                csv.writeRecord(
                        Integer.toString(row),
                        Integer.toString(prediction.label()),
                        Integer.toString(prediction.predicted()),
                        Double.toString(prediction.logProbability()));
            }
        }
    }
}
