package org.rectify.engine.benchmark;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.corruption.ElementwiseCorruption;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.kernels.DenoisingAutoencoder;
import org.rectify.kernels.network.Parameters;

/** Pre-training of one layer, corruption included. */
final class AutoencoderWorkload implements Workload {

    private final DenoisingAutoencoder autoencoder;
    private final Parameters initial;
    private final float[] values;
    private final Corruption corruption;
    private final RandomStream noise;
    private final ShuffledRows rows;
    private final int inputs;
    private final int minibatchSize;
    private final float[] clean;
    private final float[] corrupted;
    private long examples;
    private long zeros;
    private long multiplyAdds;

    /**
     * @param values clean inputs, row after row
     */
    AutoencoderWorkload(
            DenoisingAutoencoder autoencoder,
            Parameters initial,
            float[] values,
            Corruption corruption,
            int minibatchSize,
            RandomStreams random) {
        this.autoencoder = autoencoder;
        this.initial = initial;
        this.values = values;
        this.corruption = corruption;
        this.noise = random.stream("corruption");
        autoencoder.drawFrom(random.stream("sampling"));
        this.inputs = autoencoder.definition().inputs();
        this.rows = new ShuffledRows(values.length / inputs, random);
        this.minibatchSize = minibatchSize;
        this.clean = new float[minibatchSize * inputs];
        this.corrupted = new float[clean.length];
    }

    @Override
    public int minibatchSize() {
        return minibatchSize;
    }

    @Override
    public void step() {
        int first = rows.take(minibatchSize);
        for (int example = 0; example < minibatchSize; example++) {
            System.arraycopy(values, rows.order()[first + example] * inputs, clean, example * inputs, inputs);
        }
        corrupt();
        autoencoder.learn(clean, corrupted, minibatchSize);
        examples += minibatchSize;
        zeros += autoencoder.zeros();
        multiplyAdds += autoencoder.multiplyAdds();
    }

    private void corrupt() {
        if (corruption instanceof ElementwiseCorruption elementwise) {
            for (int from = 0; from < clean.length; from += inputs) {
                elementwise.corrupt(clean, from, from + inputs, corrupted, noise);
            }
        } else {
            INDArray result = Nd4j.createUninitialized(minibatchSize, inputs);
            corruption.corrupt(Nd4j.createFromArray(clean).reshape(minibatchSize, inputs), result, noise);
            Matrices.read(result, corrupted);
        }
    }

    @Override
    public void restart() {
        autoencoder.copyFrom(initial);
        examples = 0;
        zeros = 0;
        multiplyAdds = 0;
    }

    @Override
    public double sparsity() {
        return (double) zeros / (examples * autoencoder.definition().outputs());
    }

    @Override
    public double skipped() {
        return 1 - (double) multiplyAdds / (examples * autoencoder.definition().multiplyAdds(true));
    }

    @Override
    public void close() {
        autoencoder.close();
    }
}
