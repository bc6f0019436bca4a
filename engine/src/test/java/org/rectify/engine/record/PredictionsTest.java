package org.rectify.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.error.DataException;
import org.rectify.api.facts.Task;
import org.rectify.api.metric.Observation;
import org.rectify.api.output.OutputLayer;
import org.rectify.api.output.Targets;

class PredictionsTest {

    @Test
    void numbersExamplesThroughAllMinibatches() throws IOException {
        ClassPredictions predictions = new ClassPredictions();
        predictions.observe(new Minibatch(List.of(4, 0), List.of(4, 1)));
        predictions.observe(new Minibatch(List.of(2), List.of(2)));
        StringWriter csv = new StringWriter();

        predictions.writeTo(csv);

        assertThat(predictions.size()).isEqualTo(3);
        assertThat(csv).hasToString("row,label,predicted,log-probability\n0,4,4,-0.4\n1,0,1,-1.0\n2,2,2,-0.2\n");
    }

    @Test
    void holdsTrueNumbersAndThoseTold() throws IOException {
        Predictions one = Predictions.of(output(1), List.of("price"));
        one.observe(new Numbers(new double[][] {{1}, {-0.1}}, new double[][] {{1.5}, {Double.NaN}}));
        Predictions two = Predictions.of(output(2), List.of("width", "height"));
        two.observe(new Numbers(new double[][] {{1, 2}}, new double[][] {{3, 4}}));
        two.observe(new Numbers(new double[][] {{5, 6}}, new double[][] {{7, 8}}));

        assertThat(written(one)).isEqualTo("row,target,told\n0,1.0,1.5\n1,-0.1,NaN\n");
        assertThat(written(two)).isEqualTo("""
                        row,target-width,target-height,told-width,told-height
                        0,1.0,2.0,3.0,4.0
                        1,5.0,6.0,7.0,8.0
                        """);
        assertThat(written(Predictions.of(output(2), List.of()))).isEqualTo("row,target-1,target-2,told-1,told-2\n");
        assertThat(one.correctness()).isEmpty();
    }

    @Test
    void readsNumbersThatWereWritten(@TempDir Path folder) throws IOException {
        Predictions two = Predictions.of(output(2), List.of("a,b", "c"));
        two.observe(new Numbers(new double[][] {{1, 2}, {0.1, 1e-300}}, new double[][] {{3, 5}, {-0.1, 1e300}}));
        Path file = Files.writeString(folder.resolve("predictions.csv"), written(two));

        assertThat(Predictions.read(file, "run")).isInstanceOfSatisfying(NumberPredictions.class, read -> {
            assertThat(read.size()).isEqualTo(2);
            assertThat(read.numbers()).isEqualTo(2);
            assertThat(read.target(1, 1)).isEqualTo(1e-300);
            assertThat(read.told(1, 0)).isEqualTo(-0.1);
            assertThat(read.squaredError(0)).isEqualTo((4 + 9) / 2.0);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'row,target\n'; its columns are",
                "'row,target,told,told\n'; its columns are",
                "'row,told,target\n'; its columns are",
                "'target,told\n'; its columns are",
                "'row\n'; its columns are",
                "''; the file is empty",
                "'row,target,told\n0,1,2\n2,1,2\n'; row 1 is missing",
                "'row,target,told\n0,1\n'; has 2 fields",
                "'row,target,told\n0,1,one\n'; one"
            })
    void refusesWhatIsNoPrediction(String text, String why, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("predictions.csv"), text.replace("\\n", "\n"));

        assertThatThrownBy(() -> Predictions.read(file, "the-run"))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the predictions of the-run are damaged: ")
                .hasMessageContaining(why);
    }

    private static String written(Predictions predictions) throws IOException {
        StringWriter csv = new StringWriter();
        predictions.writeTo(csv);
        return csv.toString();
    }

    /** An output of some numbers that are costed by nothing. */
    private static OutputLayer output(int units) {
        return new OutputLayer() {
            @Override
            public Task task() {
                return Task.REGRESSION;
            }

            @Override
            public int units() {
                return units;
            }

            @Override
            public void predict(double[] scores, int from) {}

            @Override
            public double cost(double[] predictions, int from, Targets targets, int example) {
                return 0;
            }

            @Override
            public void gradient(
                    double[] predictions, int from, Targets targets, int example, double[] gradient, int at) {}

            @Override
            public double target(Targets targets, int example, int unit) {
                return 0;
            }

            @Override
            public OptionalDouble costOfGuessing() {
                return OptionalDouble.empty();
            }
        };
    }

    /** Gives the class c of its example i the log-probability -(i + c / 10). */
    private record Minibatch(List<Integer> labels, List<Integer> answers) implements Shallow {

        @Override
        public int size() {
            return labels.size();
        }

        @Override
        public Task task() {
            return Task.CLASSIFICATION;
        }

        @Override
        public int numbers() {
            return 0;
        }

        @Override
        public double told(int example, int index) {
            throw new IllegalStateException("classes are told, no numbers");
        }

        @Override
        public double target(int example, int index) {
            throw new IllegalStateException("classes are told, no numbers");
        }

        @Override
        public int label(int example) {
            return labels.get(example);
        }

        @Override
        public int predicted(int example) {
            return answers.get(example);
        }

        @Override
        public double logProbability(int example, int label) {
            return -(example + label / 10.0);
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Numbers(double[][] targets, double[][] answers) implements Shallow {

        @Override
        public int size() {
            return targets.length;
        }

        @Override
        public Task task() {
            return Task.REGRESSION;
        }

        @Override
        public int numbers() {
            return targets[0].length;
        }

        @Override
        public double told(int example, int index) {
            return answers[example][index];
        }

        @Override
        public double target(int example, int index) {
            return targets[example][index];
        }

        @Override
        public int label(int example) {
            throw new IllegalStateException("numbers are told, no classes");
        }

        @Override
        public int predicted(int example) {
            throw new IllegalStateException("numbers are told, no classes");
        }

        @Override
        public double logProbability(int example, int label) {
            throw new IllegalStateException("numbers are told, no classes");
        }
    }

    /** Of a network without hidden layers. */
    private interface Shallow extends Observation {

        @Override
        default int hiddenLayers() {
            return 0;
        }

        @Override
        default int hiddenOutputs(int layer) {
            throw new IndexOutOfBoundsException(layer);
        }

        @Override
        default long zeros(int layer) {
            throw new IndexOutOfBoundsException(layer);
        }

        @Override
        default long inputZeros() {
            return 0;
        }

        @Override
        default int inputs() {
            return 1;
        }

        @Override
        default INDArray hidden(int layer) {
            throw new IndexOutOfBoundsException(layer);
        }
    }
}
