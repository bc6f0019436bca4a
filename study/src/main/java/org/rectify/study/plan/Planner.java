package org.rectify.study.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.facts.Direction;
import org.rectify.api.facts.MetricDescription;
import org.rectify.api.metric.Metric;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.config.Arm;
import org.rectify.engine.config.Arm.GridOption;
import org.rectify.engine.config.Arm.GridValue;
import org.rectify.engine.config.Changes;
import org.rectify.engine.config.Draw;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.engine.config.StudyFile;
import org.rectify.engine.config.StudySettings;
import org.rectify.engine.config.StudySpec;
import org.rectify.engine.run.Runs;
import org.rectify.kernels.network.Named;

/** Expands a study: every cell, every replicate, every point of the grid, each bound and checked. */
public final class Planner {

    private final StudyFile file;
    private final ComponentRegistry registry;
    private final Path directory;
    private final Map<String, PlannedData> data = new HashMap<>();
    private final Map<String, org.rectify.api.facts.DataFacts> found = new LinkedHashMap<>();

    /**
     * @param directory of the study, where its pre-trained stacks lie
     */
    public Planner(StudyFile file, ComponentRegistry registry, Path directory) {
        this.file = file;
        this.registry = registry;
        this.directory = directory;
    }

    /** A row whose experiment is bound, and whose data set is still unseen. */
    private record Bound(Cell cell, Replicate replicate, GridPoint point, ResolvedExperiment experiment) {}

    /**
     * The whole plan.
     *
     * @throws org.rectify.engine.config.InvalidExperimentException with everything wrong with any trial, before anything runs
     * @throws org.rectify.api.error.RectifyException when data is missing
     */
    public StudyPlan plan() {
        List<Bound> bound = bind();
        StudyMetrics metrics = metrics(bound);
        List<PlacedTrial> rows = new ArrayList<>();
        for (Bound row : bound) {
            rows.add(new PlacedTrial(row.cell(), row.replicate(), row.point(), trial(row)));
        }
        requireFits(bound);
        String name = rows.get(0).trial().experiment().spec().experiment().name();
        return new StudyPlan(name, file.spec(), metrics, rows, data);
    }

    /**
     * Checks everything that {@link #plan} would, without making a data set.
     *
     * @param withData whether each data set is asked once what it finds; else nothing is said of them
     * @throws org.rectify.engine.config.InvalidExperimentException with everything wrong with any trial
     * @throws org.rectify.api.error.RectifyException when data is missing
     */
    public StudyCheck check(boolean withData) {
        List<Bound> bound = bind();
        metrics(bound);
        if (withData) {
            for (Bound row : bound) {
                found.computeIfAbsent(
                        PlannedData.key(row.experiment()),
                        key -> row.experiment().data().get());
            }
            requireFits(bound);
        }
        return new StudyCheck(bound.size(), List.copyOf(found.values()));
    }

    private List<Bound> bind() {
        List<Bound> bound = new ArrayList<>();
        for (Cell cell : cells(file.spec())) {
            bind(cell, bound);
        }
        file.check();
        return bound;
    }

    private void requireFits(List<Bound> bound) {
        for (Bound row : bound) {
            Optional.ofNullable(found.get(PlannedData.key(row.experiment())))
                    .ifPresent(facts -> file.fit(row.cell().arm().name(), row.experiment(), facts));
        }
        file.check();
    }

    private StudyMetrics metrics(List<Bound> bound) {
        StudySettings settings = file.spec().settings();
        String headline = bound.get(0).experiment().spec().metrics().get(0).name();
        String selectBy = settings.selectBy().orElse(headline);
        String reported = settings.metric().orElse(selectBy);
        Map<String, MetricDescription> descriptions = new LinkedHashMap<>();
        for (Bound row : bound) {
            List<Named<Metric>> measured = row.experiment().spec().metrics();
            measured.forEach(metric ->
                    descriptions.putIfAbsent(metric.name(), metric.component().description()));
            requireMeasured(
                    List.of(selectBy, reported),
                    measured.stream().map(Named::name).toList());
        }
        StudyMetrics metrics = new StudyMetrics(selectBy, reported, descriptions);
        if (metrics.criterion().direction() == Direction.NEITHER) {
            throw new RectifyException(
                    Category.USER,
                    file.file() + ": study.select-by = " + selectBy
                            + ": no value of this metric is better than another;" + " accepted: a metric that is");
        }
        return metrics;
    }

    private void requireMeasured(List<String> asked, List<String> measured) {
        Set<String> wanted = new LinkedHashSet<>(asked);
        wanted.removeAll(measured);
        if (!wanted.isEmpty()) {
            throw new RectifyException(
                    Category.USER,
                    file.file() + ": the study selects or reports by " + String.join(", ", wanted)
                            + ", which is not among metrics = " + measured + "; add it there");
        }
    }

    private static List<Cell> cells(StudySpec spec) {
        List<Cell> cells = new ArrayList<>();
        for (Arm arm : spec.arms()) {
            for (Optional<Double> fraction : orNone(spec.settings().labelFractions())) {
                for (Optional<Draw> draw : orNone(spec.draws())) {
                    cells.add(new Cell(cells.size(), arm, fraction, draw));
                }
            }
        }
        return cells;
    }

    private static <T> List<Optional<T>> orNone(List<T> values) {
        return values.isEmpty()
                ? List.of(Optional.empty())
                : values.stream().map(Optional::of).toList();
    }

    private void bind(Cell cell, List<Bound> bound) {
        Changes changes = cell.arm().changes();
        if (cell.labelFraction().isPresent()) {
            changes = changes.and(file.labelFraction(cell.labelFraction().get()));
        }
        if (cell.draw().isPresent()) {
            changes = changes.and(cell.draw().get().changes());
        }
        for (Replicate replicate : replicates()) {
            Changes repeated = changes.and(file.seed(replicate.seed()));
            if (replicate.fold() > 0) {
                repeated = repeated.and(file.fold(
                        replicate.fold(), file.spec().settings().folds().orElseThrow()));
            }
            for (GridPoint point : points(cell.arm().grid())) {
                file.experiment(cell.arm().name(), repeated.and(point.changes()))
                        .ifPresent(experiment -> bound.add(new Bound(cell, replicate, point, experiment)));
            }
        }
    }

    private List<Replicate> replicates() {
        List<Long> given = file.spec().settings().seeds();
        List<Long> seeds = given.isEmpty() ? List.of(file.seed()) : given;
        int folds = file.spec().settings().folds().orElse(0);
        List<Replicate> replicates = new ArrayList<>();
        for (long seed : seeds) {
            for (int fold = Math.min(1, folds); fold <= folds; fold++) {
                replicates.add(new Replicate(seed, fold));
            }
        }
        return replicates;
    }

    /** The last hyper-parameter varies fastest; without any there is one point. */
    private static List<GridPoint> points(List<GridOption> grid) {
        List<GridPoint> points = List.of(new GridPoint(0, Map.of(), Changes.NONE));
        for (GridOption option : grid) {
            List<GridPoint> next = new ArrayList<>();
            for (GridPoint point : points) {
                for (GridValue value : option.values()) {
                    Map<String, String> values = new LinkedHashMap<>(point.values());
                    values.put(option.path(), value.text());
                    next.add(new GridPoint(next.size(), values, point.changes().and(value.changes())));
                }
            }
            points = next;
        }
        return points;
    }

    private PlannedTrial trial(Bound row) {
        ResolvedExperiment experiment = row.experiment();
        PlannedData facts = data.computeIfAbsent(
                PlannedData.key(experiment), key -> facts(key, experiment.spec().dataset()::create));
        String identity = TrialIdentity.of(experiment, facts.info(), registry);
        return new PlannedTrial(
                identity,
                name(row, identity),
                experiment,
                Runs.stack(experiment, facts.info(), registry, directory),
                TrialCost.of(experiment, facts));
    }

    private PlannedData facts(String key, Supplier<Dataset> maker) {
        try (Dataset dataset = maker.get()) {
            found.put(key, dataset.facts());
            return PlannedData.of(dataset);
        }
    }

    /** Readable, and unique by the beginning of the identity. */
    private static String name(Bound row, String identity) {
        StringBuilder name = new StringBuilder(
                row.cell().arm().name().isEmpty()
                        ? "trial"
                        : row.cell().arm().name().replace('/', '-'));
        row.cell().labelFraction().ifPresent(fraction -> name.append("-at").append(fraction));
        row.cell().draw().ifPresent(draw -> name.append("-draw").append(draw.number()));
        name.append("-seed").append(row.replicate().seed());
        if (row.replicate().fold() > 0) {
            name.append("-fold").append(row.replicate().fold());
        }
        return name.append('-').append(identity, 0, 10).toString();
    }
}
