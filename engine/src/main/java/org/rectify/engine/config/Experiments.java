package org.rectify.engine.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.error.RectifyException;
import org.rectify.api.random.RandomStreams;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.Kind;
import org.rectify.engine.config.HoconNode.Mapping;

/** Reads experiment files. */
public final class Experiments {

    private Experiments() {}

    /**
     * Reads, binds and checks an experiment. Data sets and metrics are left to be made later; other components are made.
     *
     * @param file an experiment file; untrusted
     * @param overrides {@code path=value}, laid over the file in their order
     * @param registry the components an experiment may name
     * @param dataDirectory handed to components
     * @throws InvalidExperimentException with everything that is wrong in one list
     * @throws RectifyException of category {@code USER} when there is no such file, {@code PLUGIN} when a component
     *     breaks its contract
     */
    public static ResolvedExperiment load(
            Path file, List<String> overrides, ComponentRegistry registry, Path dataDirectory) {
        Sources sources = new Sources(file);
        ExperimentReader reader = new ExperimentReader(file, sources);
        Config overridden = new Overrides(reader, sources).apply(reader.read(), overrides);
        ConfigObject resolved = resolve(overridden, sources).root();
        ConfigValue study = resolved.get(StudyFile.STUDY);
        if (study != null) {
            sources.add(
                    study,
                    StudyFile.STUDY,
                    "this file describes a study of many runs",
                    "'rectify study' runs it, 'rectify plan' shows its runs");
        }
        ConfigObject experiment = resolved.withoutKey(StudyFile.STUDY).withoutKey(StudyFile.CLAIMS);
        Optional<ResolvedExperiment> bound = bind(experiment, reader, sources, registry, dataDirectory);
        return bound.orElseThrow(sources::refusal);
    }

    /**
     * Binds and checks the text of a {@linkplain ResolvedExperiment#text() resolved experiment}; the answer has the same
     * text wherever the same plugins are.
     *
     * @param text untrusted; includes nothing
     * @param file it was found in, named in errors
     * @throws InvalidExperimentException with everything that is wrong in one list
     */
    public static ResolvedExperiment resolved(String text, Path file, ComponentRegistry registry, Path dataDirectory) {
        Sources sources = new Sources(file);
        ExperimentReader reader = new ExperimentReader(file, sources);
        String description = sources.file("the experiment in " + file);
        if (text.length() > Limits.BYTES) {
            String fault = "more than " + Limits.BYTES + " characters: too much";
            throw sources.refusal(new Problem(sources.locate(description, 1), "", "", fault, ""));
        }
        Config read = reader.value(text, description);
        return bind(resolve(read, sources).root(), reader, sources, registry, dataDirectory)
                .orElseThrow(sources::refusal);
    }

    /** Binds and checks a resolved experiment; empty when there are problems. */
    static Optional<ResolvedExperiment> bind(
            ConfigObject experiment,
            ExperimentReader reader,
            Sources sources,
            ComponentRegistry registry,
            Path dataDirectory) {
        Surroundings context = surroundings(experiment, registry, sources, reader.folder(), dataDirectory);
        Binder early = new Binder(registry, context, true, sources.aside());
        ConfigObject resolved = StandardMetrics.added(experiment, registry, early);
        Binder binder = new Binder(registry, context, context.layersKnown(), sources);
        Optional<Binder.Bound> bound = binder.bind(ExperimentSpec.class, resolved);
        ExperimentChecks checks = new ExperimentChecks(registry, early, sources, resolved, context, binder.made());
        checks.report(Optional.empty());
        if (sources.anyProblems() || bound.isEmpty() || !(bound.get().text() instanceof Mapping text)) {
            return Optional.empty();
        }
        return Optional.of(new ResolvedExperiment(
                (ExperimentSpec) bound.get().value(), text.lines(), reader.file(), checks::data, checks::requireFits));
    }

    /** Binds what is no part of an experiment. */
    static Binder binder(ExperimentReader reader, Sources sources, ComponentRegistry registry, Path dataDirectory) {
        Surroundings context = new Surroundings(new RandomStreams(1), dataDirectory, reader.folder(), List.of(), false);
        return new Binder(registry, context, false, sources);
    }

    /**
     * Reads, binds and checks settings that the engine brings along, in the form of an experiment file.
     *
     * @param type the record they make
     * @param resource their place on the class path, from the root
     * @param overrides {@code path=value}, laid over them in their order
     * @throws InvalidExperimentException when an override makes no sense, or a plugin they need is missing
     */
    public static <R extends Record> R bundled(
            Class<R> type, String resource, List<String> overrides, ComponentRegistry registry, Path dataDirectory) {
        Sources sources = new Sources(Path.of(resource));
        Config read = ConfigFactory.parseResources(Experiments.class.getClassLoader(), resource);
        return settings(type, read, overrides, registry, sources, dataDirectory);
    }

    /**
     * Binds and checks the options of a data set by itself, as an experiment on it would.
     *
     * @param name of the data set, or an alias
     * @param overrides {@code dataset.KEY=VALUE} for its options, {@code experiment.seed=N}; in their order
     * @return a data set that is made later; relative paths of its options start at the working directory
     * @throws InvalidExperimentException with everything that is wrong in one list
     */
    public static DeferredComponent<Dataset> dataset(
            String name, List<String> overrides, ComponentRegistry registry, Path dataDirectory) {
        Sources sources = new Sources(Path.of("data set " + Sources.printable(name)));
        String description = sources.text("data set " + Sources.printable(name));
        Config read = new ExperimentReader(Path.of("settings"), sources)
                .value("dataset { type = " + ConfigUtil.quoteString(name) + " }", description);
        return settings(DatasetSettings.class, read, overrides, registry, sources, dataDirectory)
                .dataset();
    }

    /**
     * Binds the defaults of a component's options.
     *
     * @param name of the component, which must be registered
     * @param context handed to the component, which is made later
     * @throws InvalidExperimentException when an option must be given, or a default is not accepted
     */
    public static DeferredComponent<Object> defaults(
            Kind<?, ?> kind, String name, ComponentRegistry registry, ComponentContext context) {
        String what = "defaults of the " + kind + " " + Sources.printable(name);
        Sources sources = new Sources(Path.of(what));
        Config given = new ExperimentReader(Path.of("settings"), sources)
                .value("type = " + ConfigUtil.quoteString(name), sources.text(what));
        return new Binder(registry, context, false, sources)
                .bindLater(kind, given.root())
                .orElseThrow(sources::refusal);
    }

    /** A data set, and the seed that its random streams come from. */
    private record DatasetSettings(
            @Describe(value = "Name and seed.", defaultsTo = "{}")
            ExperimentSpec.Identity experiment,

            @Describe("Where the examples come from.") DeferredComponent<Dataset> dataset) {}

    private static <R extends Record> R settings(
            Class<R> type,
            Config read,
            List<String> overrides,
            ComponentRegistry registry,
            Sources sources,
            Path dataDirectory) {
        ExperimentReader reader = new ExperimentReader(Path.of("settings"), sources);
        ConfigObject resolved = resolve(new Overrides(reader, sources).apply(read, overrides), sources)
                .root();
        Surroundings context = surroundings(resolved, registry, sources, Path.of(""), dataDirectory);
        Optional<Binder.Bound> bound =
                new Binder(registry, context, context.layersKnown(), sources).bind(type, resolved);
        if (sources.anyProblems() || bound.isEmpty()) {
            throw sources.refusal();
        }
        return type.cast(bound.get().value());
    }

    static Config resolve(Config overridden, Sources sources) {
        ExpansionGuard.check(overridden, sources);
        try {
            return overridden.resolve(ConfigResolveOptions.noSystem());
        } catch (ConfigException e) {
            throw sources.refusal(sources.problem(e));
        }
    }

    /** What components are told while they are made. */
    private record Surroundings(
            RandomStreams random,
            Path dataDirectory,
            Path experimentDirectory,
            List<Integer> hiddenLayers,
            boolean layersKnown)
            implements ComponentContext {}

    /** Hidden layers and seed are bound ahead of the rest; what is wrong with them is reported when their turn comes. */
    private static Surroundings surroundings(
            ConfigObject resolved, ComponentRegistry registry, Sources sources, Path folder, Path dataDirectory) {
        Surroundings none = new Surroundings(new RandomStreams(1), dataDirectory, folder, List.of(), false);
        Binder early = new Binder(registry, none, false, sources.aside());
        Optional<Object> hidden = option(resolved, "network", "hidden")
                .flatMap(value -> early.bindOption(ExperimentSpec.Network.class, "hidden", value));
        Optional<Object> seed = option(resolved, "experiment", "seed")
                .flatMap(value -> early.bindOption(ExperimentSpec.Identity.class, "seed", value));
        List<Integer> layers = ((List<?>) hidden.orElse(List.of()))
                .stream().map(Integer.class::cast).toList();
        return new Surroundings(
                new RandomStreams((Long) seed.orElse(1L)), dataDirectory, folder, layers, hidden.isPresent());
    }

    private static Optional<ConfigValue> option(ConfigObject resolved, String section, String key) {
        return Optional.ofNullable(resolved.get(section) instanceof ConfigObject object ? object.get(key) : null);
    }
}
