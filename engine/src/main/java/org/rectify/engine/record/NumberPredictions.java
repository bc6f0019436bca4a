package org.rectify.engine.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rectify.api.metric.Observation;
import org.rectify.statistics.Correctness;

/** The numbers told of each test example. */
public final class NumberPredictions extends Predictions {

    private static final String TARGET = "target";
    private static final String TOLD = "told";

    private final List<String> columns;
    private final int numbers;

    /** Of each example its true numbers, then those told. */
    private final List<double[]> predictions = new ArrayList<>();

    private NumberPredictions(List<String> columns) {
        this.columns = columns;
        this.numbers = columns.size() / 2;
    }

    /** Of some numbers: told apart by their names, by counting where these are not as many, and not at all where there is one. */
    static NumberPredictions of(int numbers, List<String> targets) {
        List<String> endings = IntStream.range(0, numbers)
                .mapToObj(i -> numbers == 1 ? "" : "-" + (targets.size() == numbers ? targets.get(i) : i + 1))
                .toList();
        return new NumberPredictions(Stream.of(TARGET, TOLD)
                .flatMap(kind -> endings.stream().map(ending -> kind + ending))
                .toList());
    }

    /** Of the columns of a file. */
    static NumberPredictions ofColumns(List<String> columns) {
        int half = columns.size() / 2;
        boolean known = half > 0
                && columns.size() == 2 * half
                && columns.subList(0, half).stream().allMatch(name -> name.startsWith(TARGET))
                && columns.subList(half, 2 * half).stream().allMatch(name -> name.startsWith(TOLD));
        if (!known) {
            throw new IllegalArgumentException("its columns are " + columns);
        }
        return new NumberPredictions(List.copyOf(columns));
    }

    @Override
    public void observe(Observation batch) {
        for (int example = 0; example < batch.size(); example++) {
            double[] prediction = new double[2 * numbers];
            for (int i = 0; i < numbers; i++) {
                prediction[i] = batch.target(example, i);
                prediction[numbers + i] = batch.told(example, i);
            }
            predictions.add(prediction);
        }
    }

    @Override
    public int size() {
        return predictions.size();
    }

    /** How many numbers are told of an example. */
    public int numbers() {
        return numbers;
    }

    /** A true number of an example. */
    public double target(int row, int index) {
        return predictions.get(row)[index];
    }

    /** A number told of an example. */
    public double told(int row, int index) {
        return predictions.get(row)[numbers + index];
    }

    /** The squared difference between told and true, its mean over the numbers of an example. */
    public double squaredError(int row) {
        double sum = 0;
        for (int i = 0; i < numbers; i++) {
            double error = told(row, i) - target(row, i);
            sum += error * error;
        }
        return sum / numbers;
    }

    @Override
    public Optional<Correctness> correctness() {
        return Optional.empty();
    }

    @Override
    List<String> columns() {
        return columns;
    }

    @Override
    List<String> line(int row) {
        return Arrays.stream(predictions.get(row)).mapToObj(Double::toString).toList();
    }

    @Override
    void add(List<String> line) {
        predictions.add(line.stream().mapToDouble(Double::parseDouble).toArray());
    }
}
