package org.rectify.engine.record;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.rectify.api.metric.Observation;

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
