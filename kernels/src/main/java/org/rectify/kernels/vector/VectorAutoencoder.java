package org.rectify.kernels.vector;

import java.util.Arrays;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.penalty.ElementwisePenalty;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.api.random.RandomStream;
import org.rectify.api.reconstruction.ElementwiseReconstruction;
import org.rectify.api.reconstruction.Reconstruction;
import org.rectify.kernels.DenoisingAutoencoder;
import org.rectify.kernels.network.AutoencoderDefinition;
import org.rectify.kernels.network.Parameters;

/**
 * A denoising auto-encoder on packed weights (items 33 and 37).
 *
 * <p>A decoder of its own is one more layer on the code, whose zeros are skipped. Tied weights are stored once: the decoder
 * reads rows of the encoder where the encoder reads columns. With a decoder of drawn positions,
 * which is stored by position, inputs are taken to be so sparse that the encoder is stored by row too.
 */
final class VectorAutoencoder implements DenoisingAutoencoder {

    private final AutoencoderDefinition definition;
    private final Reconstruction reconstruction;
    private final float rate;
    private final Team team;
    private final ReadAhead readAhead = new ReadAhead();
    private final BackwardKernel[] kernels;

    private final PackedWeights encoder;
    private final Optional<PackedWeights> decoder;
    private final Optional<SampledDecoder> sampledDecoder;
    private final float[] decoderBiases;

    private final EncoderForward encoding;
    private final LayerForward code;
    private final Optional<CleanPenalty> cleanPenalty;
    private final Optional<ElementwisePenalty> elementwisePenalty;
    /** One that needs a whole minibatch. */
    private final Optional<OutputPenalty> wholePenalty;

    private final PanelMatrix targets;
    private final ActiveInputs activeCode;
    private final PanelMatrix codeGradient;
    private final PanelMatrix codeDelta;
    /** Pre-activations of the decoder, then the gradient with respect to them. */
    private final PanelMatrix outputs;
    /** The same gradient by unit and example, all of it: what tied weights learn from. */
    private final ActiveInputs outputPairs;

    private final double[] costs;

    private final Team.Work prepare = this::prepare;
    private final Team.Work collect = this::collect;
    private final Team.Work decode = this::decode;
    private final Team.Work pairOutputs = this::pairOutputs;
    private final Team.Work decodeTied = this::decodeTied;
    private final Team.Work decodeSampled = this::decodeSampled;
    private final Team.Work reconstruct = this::reconstruct;
    private final Team.Work moveDecoderBiases = this::moveDecoderBiases;
    private final Team.Work backward = this::backward;
    private final Team.Work backwardTied = this::backwardTied;
    private final Team.Work backwardSampled = this::backwardSampled;
    private final Team.Work update = this::update;
    private final Team.Work updateByRow = this::updateByRow;
    private final Team.Work penalize = this::penalize;
    private final Team.Work penalizeByRow = this::penalizeByRow;

    private float[] clean = new float[0];
    private int examples;
    private boolean dense;
    private long multiplyAdds;

    VectorAutoencoder(
            AutoencoderDefinition definition, Parameters initial, float rate, int minibatchSize, int threads) {
        this.definition = definition;
        this.reconstruction = definition.reconstruction();
        this.rate = rate;
        this.team = new Team(threads);
        this.kernels = new BackwardKernel[threads];
        Arrays.setAll(kernels, member -> new BackwardKernel(minibatchSize, readAhead));
        int inputs = definition.inputs();
        this.encoder = definition.sampling().isPresent()
                ? PackedWeights.byRow(inputs, definition.encoder().units())
                : PackedWeights.wide(inputs, definition.encoder().units());
        boolean ownDecoder = !definition.tied() && definition.sampling().isEmpty();
        this.decoder = ownDecoder ? Optional.of(PackedWeights.wide(definition.outputs(), inputs)) : Optional.empty();
        this.decoderBiases =
                decoder.map(PackedWeights::biases).orElseGet(() -> new float[Panels.count(inputs) * Panels.WIDTH]);
        this.encoding = encoding(minibatchSize);
        this.code = encoding.code();
        this.cleanPenalty = definition
                .penalty()
                .filter(penalty -> definition.cleanPenalty())
                .map(penalty -> new CleanPenalty(definition, penalty, encoding(minibatchSize), minibatchSize));
        Optional<OutputPenalty> onCode = definition.penalty().filter(penalty -> !definition.cleanPenalty());
        this.elementwisePenalty =
                onCode.filter(ElementwisePenalty.class::isInstance).map(ElementwisePenalty.class::cast);
        this.wholePenalty = onCode.filter(penalty -> elementwisePenalty.isEmpty());
        this.targets = new PanelMatrix(minibatchSize, inputs);
        boolean silentAtZero = definition.encoder().activation().silentAtZero();
        this.activeCode = ownDecoder
                ? ActiveInputs.forLearning(definition.outputs(), minibatchSize, !silentAtZero)
                : ActiveInputs.forObserving(definition.outputs(), minibatchSize);
        this.codeDelta = new PanelMatrix(minibatchSize, definition.encoder().units());
        this.codeGradient = definition.outputs() == definition.encoder().units()
                ? codeDelta
                : new PanelMatrix(minibatchSize, definition.outputs());
        this.outputs = new PanelMatrix(minibatchSize, inputs);
        this.outputPairs = definition.tied()
                ? ActiveInputs.forLearning(inputs, minibatchSize, true)
                : ActiveInputs.forObserving(1, 1);
        this.sampledDecoder = definition
                .sampling()
                .map(sampling -> new SampledDecoder(definition, sampling, code.h(), outputs, minibatchSize, threads));
        this.costs = new double[Panels.count(inputs)];
        copyFrom(initial);
    }

    private EncoderForward encoding(int minibatchSize) {
        return new EncoderForward(
                definition.encoder(), encoder, definition.sampling().isPresent(), readAhead, minibatchSize);
    }

    @Override
    public AutoencoderDefinition definition() {
        return definition;
    }

    @Override
    public void drawFrom(RandomStream stream) {
        sampledDecoder.ifPresent(sampled -> sampled.drawFrom(stream));
    }

    @Override
    public double cost(float[] newClean, float[] newCorrupted, int count) {
        sampledDecoder.ifPresent(sampled -> sampled.drawAll(newClean, count));
        return forward(newClean, newCorrupted, count);
    }

    private double forward(float[] newClean, float[] newCorrupted, int count) {
        clean = newClean;
        examples = count;
        team.run(prepare, outputs.panels());
        encoding.run(team, newCorrupted, count);
        multiplyAdds = encoding.multiplyAdds();
        team.run(collect, activeCode.blocks());
        decodeMinibatch();
        return reconstructionCost();
    }

    private void decodeMinibatch() {
        long allOutputs = (long) examples * definition.outputs();
        if (definition.tied()) {
            multiplyAdds += allOutputs * definition.inputs();
            team.run(pairOutputs, outputs.panels());
            team.run(decodeTied, outputs.panels());
        } else if (sampledDecoder.isPresent()) {
            multiplyAdds += sampledDecoder.get().positions() * definition.outputs();
            team.run(decodeSampled, outputs.panels());
        } else {
            dense = activeCode.density(examples) >= ForwardKernel.DENSE_FROM;
            multiplyAdds += (dense ? allOutputs : activeCode.nonzeros()) * definition.inputs();
            team.run(decode, outputs.panels());
        }
    }

    private double reconstructionCost() {
        if (sampledDecoder.isPresent()) {
            return summedCosts();
        }
        if (reconstruction instanceof ElementwiseReconstruction) {
            team.run(reconstruct, outputs.panels());
            return summedCosts();
        }
        INDArray target = targets.emptyArray(examples);
        reconstruction.target(targets.toArray(examples), definition.inputRange(), target);
        INDArray gradient = outputs.emptyArray(examples);
        double cost = reconstruction.cost(outputs.toArray(examples), target, gradient);
        outputs.take(gradient.divi(examples));
        return cost;
    }

    private double summedCosts() {
        double cost = 0;
        for (double part : costs) {
            cost += part;
        }
        return cost;
    }

    @Override
    public double learn(float[] newClean, float[] newCorrupted, int count) {
        readAhead.begin();
        if (sampledDecoder.isPresent()) {
            sampledDecoder.get().draw(newClean, newCorrupted, count);
        }
        double cost = forward(newClean, newCorrupted, count);
        if (cleanPenalty.isPresent()) {
            cleanPenalty.get().run(team, clean, count);
            multiplyAdds += cleanPenalty.get().multiplyAdds();
        }
        team.run(moveDecoderBiases, outputs.panels());
        backwardMinibatch();
        if (wholePenalty.isPresent()) {
            CleanPenalty.addWhole(wholePenalty.get(), definition.index(), code.a(), examples, codeGradient, false);
        }
        if (!code.activation().isElementwise()) {
            code.activation().backward(code.z(), code.a(), examples, codeGradient, codeDelta);
            codeDelta.addColumnSums(examples, -rate, encoder.biases());
        } else if (wholePenalty.isPresent()) {
            for (int panel = 0; panel < codeGradient.panels(); panel++) {
                toPreActivations(panel);
            }
        }
        updateEncoder(encoding.activeInputs(), update, updateByRow);
        if (cleanPenalty.isPresent()) {
            cleanPenalty.get().codeDelta().addColumnSums(examples, -rate, encoder.biases());
            updateEncoder(cleanPenalty.get().activeInputs(), penalize, penalizeByRow);
        }
        readAhead.end();
        return cost;
    }

    private void updateEncoder(ActiveInputs inputs, Team.Work work, Team.Work workByRow) {
        multiplyAdds += inputs.pairs() * definition.encoder().units();
        if (sampledDecoder.isPresent()) {
            team.run(workByRow, RowKernel.chunks(encoder.panels()));
        } else {
            team.run(work, inputs.blocks() * encoder.panels());
        }
    }

    private void backwardMinibatch() {
        if (definition.tied()) {
            multiplyAdds += 2L * examples * definition.outputs() * definition.inputs();
            team.run(pairOutputs, outputs.panels());
            team.run(backwardTied, code.h().panels());
        } else if (sampledDecoder.isPresent()) {
            multiplyAdds += 2 * sampledDecoder.get().positions() * definition.outputs();
            team.run(backwardSampled, RowKernel.chunks(code.h().panels()));
        } else {
            multiplyAdds += 2 * activeCode.pairs() * definition.inputs();
            team.run(backward, activeCode.blocks());
        }
    }

    private void prepare(int panel, int member) {
        if (sampledDecoder.isPresent()) {
            sampledDecoder.get().list(panel);
        } else {
            targets.take(panel, examples, clean);
        }
    }

    private void collect(int block, int member) {
        code.sign(block, examples);
        activeCode.collect(block, code, examples);
    }

    private void decode(int panel, int member) {
        outputs.fill(panel, examples, decoderBiases);
        if (dense) {
            ForwardKernel.dense(decoder.orElseThrow(), code.h(), outputs, panel, examples, readAhead.isActive());
        } else {
            ForwardKernel.sparse(decoder.orElseThrow(), activeCode, outputs, panel, examples, readAhead.isActive());
        }
    }

    private void pairOutputs(int panel, int member) {
        outputPairs.collect(panel, outputs, examples);
    }

    /** Rows of the encoder by the code: what would be the gradient of the encoder's inputs if the code were its delta. */
    private void decodeTied(int panel, int member) {
        kernels[member].gradient(encoder, outputPairs, code.h(), outputs, panel);
        float[] values = outputs.values();
        int width = outputs.width(panel);
        for (int example = 0; example < examples; example++) {
            int row = outputs.at(panel, example);
            for (int i = 0; i < width; i++) {
                values[row + i] += decoderBiases[panel * Panels.WIDTH + i];
            }
        }
    }

    private void decodeSampled(int panel, int member) {
        costs[panel] = sampledDecoder.orElseThrow().decode(panel, member);
    }

    private void reconstruct(int panel, int member) {
        ElementwiseReconstruction elementwise = (ElementwiseReconstruction) reconstruction;
        int width = outputs.width(panel);
        float[] o = outputs.values();
        float scale = 1f / examples;
        double cost = 0;
        for (int example = 0; example < examples; example++) {
            int from = outputs.at(panel, example);
            int to = from + width;
            elementwise.target(targets.values(), from, to, definition.inputRange(), targets.values());
            cost += elementwise.cost(o, targets.values(), from, to, o);
            for (int i = from; i < to; i++) {
                o[i] *= scale;
            }
        }
        outputs.clearPadding(panel, examples);
        costs[panel] = cost;
    }

    private void moveDecoderBiases(int panel, int member) {
        if (sampledDecoder.isPresent()) {
            sampledDecoder.get().moveBiases(panel, rate);
        } else {
            outputs.addColumnSums(panel, examples, -rate, decoderBiases);
        }
    }

    private void backward(int block, int member) {
        codeGradient.clear(block, examples);
        kernels[member].gradientAndUpdate(decoder.orElseThrow(), activeCode, outputs, rate, codeGradient, block);
        finishCode(block);
    }

    private void backwardTied(int panel, int member) {
        codeGradient.clear(panel, examples);
        ForwardKernel.dense(encoder, outputs, codeGradient, panel, examples, readAhead.isActive());
        finishCode(panel);
    }

    private void backwardSampled(int chunk, int member) {
        int first = RowKernel.firstPanel(chunk, codeGradient.panels());
        int end = RowKernel.firstPanel(chunk + 1, codeGradient.panels());
        for (int panel = first; panel < end; panel++) {
            codeGradient.clear(panel, examples);
        }
        sampledDecoder.orElseThrow().backward(chunk, rate, codeGradient);
        for (int panel = first; panel < end; panel++) {
            finishCode(panel);
        }
    }

    private void finishCode(int panel) {
        code.unsign(codeGradient, panel, examples);
        if (elementwisePenalty.isPresent()) {
            CleanPenalty.add(elementwisePenalty.get(), definition.index(), code.a(), panel, examples, codeGradient);
        }
        if (code.activation().isElementwise() && wholePenalty.isEmpty()) {
            toPreActivations(panel);
        }
    }

    private void toPreActivations(int panel) {
        code.activation().multiplyByDerivative(code.z(), code.a(), panel, examples, codeGradient);
        codeDelta.addColumnSums(panel, examples, -rate, encoder.biases());
    }

    private void update(int part, int member) {
        int block = part / encoder.panels();
        int panel = part % encoder.panels();
        kernels[member].update(encoder, encoding.activeInputs(), codeDelta, rate, block, panel);
        if (definition.tied()) {
            kernels[member].update(encoder, outputPairs, code.h(), rate, block, panel);
        }
    }

    private void updateByRow(int chunk, int member) {
        RowKernel.update(encoder, encoding.activeInputs(), codeDelta, rate, chunk);
    }

    private void penalize(int part, int member) {
        CleanPenalty penalty = cleanPenalty.orElseThrow();
        int block = part / encoder.panels();
        int panel = part % encoder.panels();
        kernels[member].update(encoder, penalty.activeInputs(), penalty.codeDelta(), rate, block, panel);
    }

    private void penalizeByRow(int chunk, int member) {
        CleanPenalty penalty = cleanPenalty.orElseThrow();
        RowKernel.update(encoder, penalty.activeInputs(), penalty.codeDelta(), rate, chunk);
    }

    @Override
    public long zeros() {
        return (long) examples * definition.outputs() - activeCode.nonzeros();
    }

    @Override
    public long multiplyAdds() {
        return multiplyAdds;
    }

    @Override
    public void copyTo(Parameters snapshot) {
        encoder.unpack(snapshot.layers().get(0));
        Parameters.Layer target = snapshot.layers().get(1);
        decoder.ifPresent(weights -> weights.unpack(target));
        sampledDecoder.ifPresent(sampled -> sampled.unpack(target));
        if (definition.tied()) {
            target.weights().assign(encoder.weightArray().transpose());
            Matrices.fill(target.biases(), Arrays.copyOf(decoderBiases, definition.inputs()));
        }
    }

    @Override
    public void copyFrom(Parameters snapshot) {
        encoder.pack(snapshot.layers().get(0));
        Parameters.Layer source = snapshot.layers().get(1);
        decoder.ifPresent(weights -> weights.pack(source));
        sampledDecoder.ifPresent(sampled -> sampled.pack(source));
        if (definition.tied()) {
            Matrices.read(source.biases(), decoderBiases);
        }
    }

    @Override
    public void close() {
        team.close();
    }
}
