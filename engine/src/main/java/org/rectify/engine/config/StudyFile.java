package org.rectify.engine.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectify.api.error.RectifyException;
import org.rectify.api.facts.DataFacts;
import org.rectify.engine.component.ComponentRegistry;

/**
 * A study read from its file, and the experiments it consists of.
 *
 * <p>Experiments are bound one by one; what is wrong with them is collected, so that {@link #check()} reports everything
 * at once. Not for use by several threads.
 */
public final class StudyFile {

    static final String STUDY = "study";
    static final String CLAIMS = "claims";

    static final String LEVELS = "levels";

    private static final String NAME_IN_FOLDER = "study.conf";
    private static final ConfigValue ONE = ConfigValueFactory.fromAnyRef(1);

    private final ExperimentReader reader;
    private final Sources sources;
    private final ComponentRegistry registry;
    private final Path dataDirectory;
    private final ConfigObject experiment;
    private final StudySpec spec;
    private final Map<Problem, List<String>> problems = new LinkedHashMap<>();
    private int bound;

    private StudyFile(
            ExperimentReader reader,
            Sources sources,
            ComponentRegistry registry,
            Path dataDirectory,
            ConfigObject experiment,
            StudySpec spec) {
        this.reader = reader;
        this.sources = sources;
        this.registry = registry;
        this.dataDirectory = dataDirectory;
        this.experiment = experiment;
        this.spec = spec;
    }

    /**
     * Reads a study; its experiments are not bound yet.
     *
     * @param place an experiment file with a section {@code study}, or a folder with {@code study.conf}; untrusted
     * @param level the budget, one of {@code study.levels}; empty for the file as it stands
     * @param overrides {@code path=value}, laid over file and level in their order
     * @throws InvalidExperimentException with everything that is wrong in one list
     * @throws RectifyException of category {@code USER} when there is no such file
     */
    public static StudyFile read(
            Path place,
            Optional<String> level,
            List<String> overrides,
            ComponentRegistry registry,
            Path dataDirectory) {
        Path file = Files.isDirectory(place) ? place.resolve(NAME_IN_FOLDER) : place;
        Sources sources = new Sources(file);
        ExperimentReader reader = new ExperimentReader(file, sources);
        Config read = reader.read();
        ExpansionGuard.check(read, sources);
        Config levelled = level.map(name -> atLevel(read, name, sources)).orElse(read);
        ConfigObject resolved = Experiments.resolve(new Overrides(reader, sources).apply(levelled, overrides), sources)
                .root();
        if (!(resolved.get(STUDY) instanceof ConfigObject study)) {
            throw sources.refusal(new Problem(
                    sources.locate(resolved.origin()),
                    STUDY,
                    "",
                    resolved.get(STUDY) == null ? "missing; this file describes one run" : "must be an object { ... }",
                    "'rectify run' runs it; a study says what is varied: study { axes { ... } }"));
        }
        Binder binder = Experiments.binder(reader, sources, registry, dataDirectory);
        StudySpec spec = new StudyReader(sources, binder, study).spec(resolved.get(CLAIMS), level);
        if (sources.anyProblems()) {
            throw sources.refusal();
        }
        return new StudyFile(
                reader,
                sources,
                registry,
                dataDirectory,
                resolved.withoutKey(STUDY).withoutKey(CLAIMS),
                spec);
    }

    private static Config atLevel(Config read, String level, Sources sources) {
        ConfigObject levels = levels(read, sources);
        ConfigValue found = levels.get(level);
        if (!(found instanceof ConfigObject overlay)) {
            List<String> names = levels.keySet().stream().sorted().toList();
            throw sources.refusal(new Problem(
                    sources.locate(levels.origin()),
                    STUDY + "." + LEVELS,
                    "",
                    "there is no level '" + Sources.printable(level) + "'",
                    names.isEmpty()
                            ? "accepted: no --level; the study has no levels"
                            : Suggestions.help(level, names)));
        }
        Config changed = read;
        for (String key : overlay.keySet().stream().sorted().toList()) {
            ConfigValue value = overlay.get(key);
            if (value != null) {
                changed = new Overrides.Overlay(changed).with(List.of(key), value);
            }
        }
        return changed;
    }

    /**
     * Whether a place holds a study: a folder does, or a file with a section {@code study}.
     *
     * @throws InvalidExperimentException when the file is not HOCON or exceeds a limit
     * @throws RectifyException of category {@code USER} when there is no such file
     */
    public static boolean isAt(Path place) {
        return Files.isDirectory(place)
                || new ExperimentReader(place, new Sources(place)).read().root().containsKey(STUDY);
    }

    private static ConfigObject levels(Config read, Sources sources) {
        try {
            return object(object(read.root(), STUDY), LEVELS);
        } catch (ConfigException.NotResolved e) {
            return object(object(Experiments.resolve(read, sources).root(), STUDY), LEVELS);
        }
    }

    private static ConfigObject object(ConfigObject parent, String key) {
        return parent.get(key) instanceof ConfigObject object
                ? object
                : ConfigFactory.empty().root().withOrigin(parent.origin());
    }

    /** What is varied, repeated and claimed. */
    public StudySpec spec() {
        return spec;
    }

    /** The file it was read from, as the user named it. */
    public Path file() {
        return reader.file();
    }

    /** The name of the experiment, which binding checks. */
    public String name() {
        ConfigValue name = object(experiment, "experiment").get("name");
        return name == null ? "experiment" : String.valueOf(name.unwrapped());
    }

    /** The master seed of the experiment; 1 where it is wrong, which binding reports. */
    public long seed() {
        Object seed = object(experiment, "experiment").getOrDefault("seed", ONE).unwrapped();
        return seed instanceof Number number ? number.longValue() : 1;
    }

    /** The changes that set the seed. */
    public Changes seed(long seed) {
        return fixed("experiment.seed", seed);
    }

    /** The changes that leave out a fold of so many, from 1. */
    public Changes fold(int fold, int folds) {
        return fixed("cross-validation", Map.of("folds", folds, "fold", fold));
    }

    /** The changes that learn from a fraction of the labelled examples. */
    public Changes labelFraction(double fraction) {
        return fixed("fine-tuning.label-fraction", fraction);
    }

    /** The changes that leave one epoch to each phase of an experiment, to measure its speed. */
    public Changes oneEpoch(ResolvedExperiment of) {
        Changes changes = fixed("fine-tuning.epochs", 1);
        String pretraining = "pretraining.epochs";
        return ConfigFactory.parseString(of.text()).hasPath(pretraining) ? changes.and(fixed(pretraining, 1)) : changes;
    }

    /** The changes that leave out pre-training. */
    public Changes withoutPretraining() {
        return fixed("pretraining", "none");
    }

    private Changes fixed(String path, Object value) {
        return Changes.of(path, value, experiment);
    }

    /**
     * Binds the experiment under some changes; empty when that finds problems, which {@link #check()} will report.
     *
     * @param arm named in problems that not all arms have
     */
    public Optional<ResolvedExperiment> experiment(String arm, Changes changes) {
        Sources aside = sources.aside();
        bound++;
        Optional<ResolvedExperiment> made =
                Experiments.bind(changes.over(experiment), reader, aside, registry, dataDirectory);
        note(aside.problems(), arm);
        return made;
    }

    /**
     * Looks whether an experiment's components can work with its data; if not, {@link #check()} will report it.
     *
     * @param arm named in problems that not all arms have
     */
    public void fit(String arm, ResolvedExperiment made, DataFacts data) {
        try {
            made.fit().accept(data);
        } catch (InvalidExperimentException e) {
            note(e.problems(), arm);
        }
    }

    private void note(List<Problem> found, String arm) {
        found.stream()
                .distinct()
                .forEach(problem -> problems.computeIfAbsent(problem, p -> new ArrayList<>())
                        .add(arm));
    }

    /**
     * Ends the study if anything was wrong with its experiments.
     *
     * @throws InvalidExperimentException with each problem once, and the arms that have it
     */
    public void check() {
        problems.forEach((problem, arms) -> sources.add(arms.size() == bound ? problem : inArms(problem, arms)));
        if (sources.anyProblems()) {
            throw sources.refusal();
        }
    }

    private static Problem inArms(Problem problem, List<String> arms) {
        List<String> names = arms.stream().distinct().toList();
        String shown = names.size() <= 3
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 2)) + " and " + (names.size() - 2) + " more";
        return new Problem(
                problem.where(),
                problem.path(),
                problem.found(),
                problem.fault() + " (in " + shown + ")",
                problem.help());
    }
}
