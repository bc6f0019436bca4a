package org.rectify.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.facts.Task;
import org.rectify.api.metric.Observation;

class PredictionsTest {

    @Test
    void numbersExamplesThroughAllMinibatches() throws IOException {
        Predictions predictions = new Predictions();
        predictions.observe(new Minibatch(List.of(4, 0), List.of(4, 1)));
        predictions.observe(new Minibatch(List.of(2), List.of(2)));
        StringWriter csv = new StringWriter();

        predictions.writeTo(csv);

        assertThat(predictions.size()).isEqualTo(3);
        assertThat(csv).hasToString("row,label,predicted,log-probability\n0,4,4,-0.4\n1,0,1,-1.0\n2,2,2,-0.2\n");
    }

    /** Gives the class c of its example i the log-probability -(i + c / 10). */
    private record Minibatch(List<Integer> labels, List<Integer> answers) implements Observation {

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

        @Override
        public int hiddenLayers() {
            return 0;
        }

        @Override
        public int hiddenOutputs(int layer) {
            throw new IndexOutOfBoundsException(layer);
        }

        @Override
        public long zeros(int layer) {
            throw new IndexOutOfBoundsException(layer);
        }

        @Override
        public long inputZeros() {
            return 0;
        }

        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public INDArray hidden(int layer) {
            throw new IndexOutOfBoundsException(layer);
        }
    }
}
