package org.rectify.engine.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rectify.api.activation.Activation;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.component.Objection;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.facts.ExperimentFacts;
import org.rectify.api.facts.LayerFacts;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.facts.Task;
import org.rectify.api.metric.Metric;
import org.rectify.api.output.Output;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.Kind;
import org.rectify.kernels.network.Named;

/** Asks every component of an experiment whether it can work beside the others, and with the data once they are known. */
final class ExperimentChecks {

    private static final String DATASET = "dataset";
    private static final Pattern ELEMENT = Pattern.compile("(.+)\\[(\\d{1,9})]");

    private final ComponentRegistry registry;
    private final Binder early;
    private final Sources sources;
    private final ConfigObject experiment;
    private final ComponentContext context;
    private final List<Binder.Made> components;

    /**
     * @param early binds ahead of the rest, without reporting
     * @param experiment resolved, with the metrics of every result
     * @param context whose hidden layers are those of the experiment
     * @param components that were bound
     */
    ExperimentChecks(
            ComponentRegistry registry,
            Binder early,
            Sources sources,
            ConfigObject experiment,
            ComponentContext context,
            List<Binder.Made> components) {
        this.registry = registry;
        this.early = early;
        this.sources = sources;
        this.experiment = experiment;
        this.context = context;
        this.components = components;
    }

    /** Adds what components object to; nothing where too much is wrong to ask them. */
    void report(Optional<DataFacts> data) {
        report(data, sources);
    }

    /** What the experiment's data set finds. */
    DataFacts data() {
        Binder.Made dataset = components.stream()
                .filter(made -> made.path().equals(DATASET))
                .findFirst()
                .orElseThrow();
        try {
            return dataset.chosen().describe(dataset.options(), context);
        } catch (InvalidOptionException e) {
            throw early.refusal(e, DATASET, dataset.given());
        }
    }

    /**
     * Refuses data that components cannot work with.
     *
     * @throws InvalidExperimentException with everything that does not fit
     */
    void requireFits(DataFacts data) {
        Sources found = sources.aside();
        report(Optional.of(data), found);
        if (found.anyProblems()) {
            throw found.refusal();
        }
    }

    private void report(Optional<DataFacts> data, Sources into) {
        Optional<Facts> facts = facts(data);
        if (facts.isEmpty()) {
            return;
        }
        for (Binder.Made made : components) {
            made.chosen().check(made.options(), facts.get()).stream()
                    .filter(objection -> !made.wrong().contains(key(objection)))
                    .forEach(objection -> add(made, objection, into));
        }
        data.ifPresent(found -> checkFolds(found, into));
        data.ifPresent(found -> checkClassWeights(found, into));
    }

    private static String key(Objection objection) {
        Matcher element = ELEMENT.matcher(objection.option());
        return element.matches() ? element.group(1) : objection.option();
    }

    private static void add(Binder.Made made, Objection objection, Sources into) {
        ConfigValue at = made.given();
        String path = made.path();
        if (!objection.option().isEmpty()) {
            Matcher element = ELEMENT.matcher(objection.option());
            ConfigValue value = made.given().get(key(objection));
            at = value == null ? at : value;
            if (value instanceof ConfigList list && element.matches()) {
                int index = Integer.parseInt(element.group(2));
                at = index < list.size() ? list.get(index) : list;
            }
            String option = Sources.printable(objection.option());
            path = path.isEmpty() ? option : path + "." + option;
        }
        into.add(
                at,
                path,
                Sources.printable(objection.fault()),
                objection.accepted().isEmpty() ? "" : "accepted: " + Sources.printable(objection.accepted()));
    }

    private void checkFolds(DataFacts data, Sources into) {
        if (experiment.get("cross-validation") instanceof ConfigObject folds
                && folds.get("folds") != null
                && data.train() >= 0
                && data.validation() >= 0) {
            int asked = ((Number) folds.toConfig().getNumber("folds")).intValue();
            int examples = data.train() + data.validation();
            if (asked > examples) {
                into.add(
                        folds,
                        "cross-validation.folds",
                        asked + " folds of " + examples + " examples",
                        "accepted: from 2 to " + examples);
            }
        }
    }

    private void checkClassWeights(DataFacts data, Sources into) {
        if (!(experiment.get("fine-tuning") instanceof ConfigObject fineTuning)) {
            return;
        }
        int classes = data.classes().size();
        ConfigValue balanced = fineTuning.get("balanced-classes");
        if (classes == 0
                && balanced != null
                && early.bindOption(ExperimentSpec.FineTuning.class, "balanced-classes", balanced)
                        .equals(Optional.of(true))) {
            into.add(
                    balanced,
                    "fine-tuning.balanced-classes",
                    "the data set has numbers to be told, no classes",
                    "accepted: false");
        }
        if (fineTuning.get("class-weights") instanceof ConfigList weights
                && !weights.isEmpty()
                && weights.size() != classes) {
            into.add(
                    weights,
                    "fine-tuning.class-weights",
                    weights.size() + " weights for " + classes + " classes",
                    classes == 0
                            ? "accepted: none"
                            : "accepted: one for each class, in the order " + String.join(", ", data.classes()));
        }
    }

    private Optional<Facts> facts(Optional<DataFacts> data) {
        Optional<List<LayerFacts>> layers = layers();
        Optional<Output> output = ofNetwork("output").map(Output.class::cast);
        Optional<Map<String, MetricDescription>> metrics = metrics();
        if (layers.isEmpty() || output.isEmpty() || metrics.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Facts(data, layers.get(), output.get().task(), metrics.get(), components, registry, early));
    }

    private Optional<List<LayerFacts>> layers() {
        if (context.hiddenLayers().isEmpty()) {
            return Optional.of(List.of());
        }
        return ofNetwork("activation")
                .map(activation -> ExperimentSpec.Network.layers(context.hiddenLayers(), (Activation) activation));
    }

    private Optional<Map<String, MetricDescription>> metrics() {
        ConfigValue given = experiment.get("metrics");
        if (given == null) {
            return Optional.of(Map.of());
        }
        return early.bindOption(ExperimentSpec.class, "metrics", given).map(bound -> {
            List<Named<Metric>> metrics = new ArrayList<>();
            for (Object one : (List<?>) bound) {
                Named<?> named = (Named<?>) one;
                metrics.add(new Named<>(named.name(), named.type(), (Metric) named.component()));
            }
            return MetricDescriptions.of(metrics).byName();
        });
    }

    private Optional<Object> ofNetwork(String key) {
        ConfigValue given = experiment.get("network") instanceof ConfigObject network ? network.get(key) : null;
        return early.bindOption(ExperimentSpec.Network.class, key, given);
    }

    /** What components are told. */
    private record Facts(
            Optional<DataFacts> data,
            List<LayerFacts> hiddenLayers,
            Task task,
            Map<String, MetricDescription> metrics,
            List<Binder.Made> components,
            ComponentRegistry registry,
            Binder early)
            implements ExperimentFacts {

        @Override
        public Optional<String> component(String path) {
            return components.stream()
                    .filter(made -> made.path().equals(path))
                    .map(made -> made.chosen().name())
                    .findFirst();
        }

        @Override
        public <T> Map<String, T> alternatives(Class<T> component) {
            Map<String, T> alternatives = new LinkedHashMap<>();
            List<Kind<?, ?>> kinds = new ArrayList<>(Kind.ALL);
            kinds.removeIf(kind -> kind.component() != component);
            for (Kind<?, ?> kind : kinds) {
                for (String name : registry.acceptedNames(kind)) {
                    early.bindByName(kind, name).ifPresent(made -> alternatives.put(name, component.cast(made)));
                }
            }
            return alternatives;
        }
    }
}
