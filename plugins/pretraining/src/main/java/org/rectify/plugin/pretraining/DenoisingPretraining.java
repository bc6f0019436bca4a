package org.rectify.plugin.pretraining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Objection;
import org.rectify.api.component.PerLayer;
import org.rectify.api.component.Require;
import org.rectify.api.corruption.Corruption;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.facts.LayerFacts;
import org.rectify.api.penalty.Penalty;
import org.rectify.api.penalty.WeightPenalty;
import org.rectify.api.pretraining.Pretraining;
import org.rectify.api.pretraining.PretrainingFactory;
import org.rectify.api.pretraining.ReconstructionSampling;
import org.rectify.api.reconstruction.Reconstruction;

/** Stacked denoising auto-encoders, the paper's pre-training (section 3.2; items 33-47). */
final class DenoisingPretraining implements PretrainingFactory<DenoisingPretraining.Options> {

    /** How each layer learns to rebuild its input. */
    record Options(
            @Describe(
                    value = "The noise on the input of the layer that learns.",
                    defaultsTo = "{ type = masking, rate = 0.25 }",
                    source = "section 3.2, items 34-36")
            PerLayer<Corruption> corruption,

            @Describe(value = "Decoder, cost and target.", source = "section 3.2, items 38-44")
            PerLayer<Reconstruction> reconstruction,

            @Describe(
                    value =
                            "Whether the decoder's weights are the encoder's, transposed; unless given, those of layers whose "
                                    + "outputs may be negative are, as tanh layers' in the paper.",
                    source = "section 3.2, item 33")
            Optional<Boolean> tied,

            @Describe(
                    value = "A cost on the code; coefficients may differ by layer.",
                    defaultsTo = "none",
                    source = "section 3.2, item 45")
            Optional<Penalty> penalty,

            @Describe(
                    value =
                            "Whether the penalty is on the code of the clean input, which then is computed too, instead of on that"
                                    + " of the corrupted one.",
                    defaultsTo = "false",
                    source = "section 3.2, item 45")
            boolean cleanPenalty,

            @Describe(
                    value =
                            "Which positions of a sparse input the first layer rebuilds: those that are not zero, and some"
                                    + " of the others, { zeros = 0.01 }; all of them unless given.",
                    source = "item 92")
            Optional<ReconstructionSampling> sampling,

            @Describe(
                    value = "The step of gradient descent, the same in every epoch.",
                    defaultsTo = "0.01",
                    range = "(0, inf)",
                    source = "section 4.1, item 46")
            PerLayer<Double> learningRate,

            @Describe(
                    value =
                            "Rates to try instead, each for all epochs: a layer keeps what rebuilds held-out examples best.",
                    defaultsTo = "[]",
                    range = "(0, inf)",
                    source = "section 4.1, item 46")
            List<Double> learningRates,

            @Describe(
                    value = "Passes over the training examples, labelled or not.",
                    defaultsTo = "30",
                    range = "[0, 1000000]",
                    source = "section 4.1, item 46")
            PerLayer<Integer> epochs,

            @Describe(
                    value = "Examples of a minibatch.",
                    defaultsTo = "10",
                    range = "[1, 1000000]",
                    source = "section 4.1, item 18")
            int minibatchSize) {

        Options {
            learningRates = List.copyOf(learningRates);
            Require.eachIn("learning-rate", learningRate, "(0, inf)");
            learningRates.forEach(rate -> Require.in("learning-rates", rate, "(0, inf)"));
            Require.that(
                    sampling.isEmpty() || !tied.orElse(false),
                    "tied",
                    true,
                    "false where positions are drawn (sampling)");
            Require.eachIn("epochs", epochs, "[0, 1000000]");
            Require.in("minibatch-size", minibatchSize, "[1, 1000000]");
        }

        /** The rates a layer learns with, one after the other. */
        List<Double> ratesOf(int layer) {
            return learningRates.isEmpty() ? List.of(learningRate.of(layer)) : learningRates;
        }
    }

    @Override
    public String name() {
        return "denoising-autoencoder";
    }

    @Override
    public String summary() {
        return "Learns layer after layer to rebuild its clean input from a corrupted one, then drops the decoders.";
    }

    @Override
    public String source() {
        return "section 3.2, items 33-47";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public List<Objection> check(Options options, ExperimentFacts facts) {
        List<Objection> objections = new ArrayList<>();
        if (options.penalty().filter(WeightPenalty.class::isInstance).isPresent()) {
            objections.add(new Objection(
                    "penalty", "a penalty on weights", "a penalty on outputs; network.penalty takes both"));
        }
        for (int layer = 0; layer < facts.hiddenLayers().size(); layer++) {
            checkTies(options, facts.hiddenLayers().get(layer), layer).ifPresent(objections::add);
            checkReconstruction(options, facts, layer).ifPresent(objections::add);
        }
        return objections;
    }

    private static Optional<Objection> checkTies(Options options, LayerFacts facts, int layer) {
        return facts.units() != facts.outputs()
                        && options.tied().orElse(facts.range().lowest() < 0)
                ? Optional.of(new Objection(
                        "tied",
                        "layer " + (layer + 1) + " has " + facts.outputs() + " outputs of " + facts.units()
                                + " units, so that its weights cannot be tied",
                        "tied = false"))
                : Optional.empty();
    }

    /** Whether a layer can rebuild what lies below it (items 42 and 44). */
    private static Optional<Objection> checkReconstruction(Options options, ExperimentFacts facts, int layer) {
        Reconstruction reconstruction = options.reconstruction().of(layer);
        if (layer == 0) {
            return facts.data()
                    .map(DataFacts::range)
                    .filter(range -> !reconstruction.accepts(range))
                    .map(range -> objection(
                            options,
                            layer,
                            "layer 1 is to rebuild inputs, which lie in " + range,
                            reconstruction,
                            fitting(facts, one -> one.accepts(range))));
        }
        OutputRange below = options.reconstruction()
                .of(layer - 1)
                .scaling()
                .scaled(facts.hiddenLayers().get(layer - 1).range());
        return reconstruction.acceptsCodes(below)
                ? Optional.empty()
                : Optional.of(objection(
                        options,
                        layer,
                        "layer " + (layer + 1) + " is to rebuild outputs of layer " + layer + ", which lie in " + below,
                        reconstruction,
                        fitting(facts, one -> one.acceptsCodes(below))));
    }

    private static Objection objection(
            Options options, int layer, String fault, Reconstruction reconstruction, String accepted) {
        boolean listed = options.reconstruction().values().size() > 1;
        return new Objection(
                listed ? "reconstruction[" + layer + "]" : "reconstruction",
                fault + "; its targets must lie in " + reconstruction.targets(),
                accepted);
    }

    private static String fitting(ExperimentFacts facts, Predicate<Reconstruction> fits) {
        return facts.alternatives(Reconstruction.class).entrySet().stream()
                .filter(entry -> fits.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    @Override
    public Pretraining create(Options options, ComponentContext context) {
        return new GreedyDenoising(options);
    }
}
