package org.rectify.engine.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rectify.api.metric.Observation;
import org.rectify.statistics.Correctness;

/** The class told of each test example. */
public final class ClassPredictions extends Predictions {

    static final List<String> COLUMNS = List.of("label", "predicted", "log-probability");

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

    @Override
    public void observe(Observation batch) {
        for (int example = 0; example < batch.size(); example++) {
            int label = batch.label(example);
            add(new Prediction(label, batch.predicted(example), batch.logProbability(example, label)));
        }
    }

    @Override
    public int size() {
        return predictions.size();
    }

    /** All of them, in the order of the split. */
    public List<Prediction> all() {
        return List.copyOf(predictions);
    }

    @Override
    public Optional<Correctness> correctness() {
        return predictions.isEmpty()
                ? Optional.empty()
                : Optional.of(Correctness.of(size(), row -> {
                    Prediction prediction = predictions.get(row);
                    return prediction.label() == prediction.predicted();
                }));
    }

    @Override
    List<String> columns() {
        return COLUMNS;
    }

    @Override
    List<String> line(int row) {
        Prediction prediction = predictions.get(row);
        return List.of(
                Integer.toString(prediction.label()),
                Integer.toString(prediction.predicted()),
                Double.toString(prediction.logProbability()));
    }

    @Override
    void add(List<String> line) {
        add(new Prediction(
                Integer.parseInt(line.get(0)), Integer.parseInt(line.get(1)), Double.parseDouble(line.get(2))));
    }
}
