package org.rectify.kernels.network;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.dataset.CompressedRows;
import org.rectify.api.dataset.DenseFeatures;
import org.rectify.api.dataset.Features;

/** What goes into the layers of a network and comes out of them while they get their first parameters. */
final class FirstOutputs {

    private FirstOutputs() {}

    /** The inputs of the first examples, a row for each. */
    static INDArray ofExamples(Features features, int count) {
        int columns = features.columns();
        float[] values = new float[Math.multiplyExact(count, columns)];
        for (int row = 0; row < count; row++) {
            if (features instanceof DenseFeatures dense) {
                dense.copyRow(row, values, row * columns);
            } else if (features instanceof CompressedRows sparse) {
                for (int entry = sparse.start(row); entry < sparse.start(row + 1); entry++) {
                    values[row * columns + sparse.column(entry)] = sparse.value(entry);
                }
            }
        }
        return Nd4j.create(values, new long[] {count, columns}, 'c');
    }

    /** What a hidden layer makes of its inputs. */
    static INDArray ofLayer(HiddenLayer layer, Parameters.Layer parameters, INDArray inputs) {
        INDArray z = inputs.mmul(parameters.weights()).addiRowVector(parameters.biases());
        INDArray outputs = Nd4j.create(z.dataType(), z.rows(), layer.outputs());
        layer.activation().value(z, outputs);
        return outputs.muliRowVector(Nd4j.createFromArray(layer.signs().toArray()));
    }
}
