package org.rectify.engine.guard;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.Split;
import org.rectify.api.facts.DataFacts;

/** A data set behind its guard: asked once for each of its parts, whose examples are checked when they are read first. */
public final class GuardedDataset implements Dataset, Guarded {

    private final Dataset dataset;
    private final Guard guard;
    private @Nullable DatasetInfo info;
    private @Nullable Split train;
    private @Nullable Split validation;
    private @Nullable Split test;
    private @Nullable Optional<Features> unlabelled;

    private GuardedDataset(Dataset dataset, Guard guard) {
        this.dataset = dataset;
        this.guard = guard;
    }

    /** The same data set behind a guard. */
    public static Dataset of(Dataset dataset, Guard guard) {
        return new GuardedDataset(dataset, guard);
    }

    @Override
    public Object component() {
        return dataset;
    }

    @Override
    public Guard guard() {
        return guard;
    }

    @Override
    public synchronized DatasetInfo info() {
        if (info == null) {
            info = shown(guard.ask("info", dataset::info));
        }
        return info;
    }

    /** The same, fit to be shown. */
    private DatasetInfo shown(DatasetInfo given) {
        int ignored = guard.call("info().inputs", given::inputs);
        return new DatasetInfo(
                PluginText.line(given.name()),
                given.shape(),
                given.range(),
                given.classes().stream().map(PluginText::plain).toList(),
                given.classValues(),
                PluginText.plain(given.source()),
                given.checksums(),
                given.targets().stream().map(PluginText::plain).toList());
    }

    @Override
    public synchronized Split train() {
        if (train == null) {
            train = split("train", dataset::train);
            if (train.size() == 0) {
                throw guard.fault("train", "gives a split without examples");
            }
        }
        return train;
    }

    @Override
    public synchronized Split validation() {
        if (validation == null) {
            validation = split("validation", dataset::validation);
        }
        return validation;
    }

    @Override
    public synchronized Split test() {
        if (test == null) {
            test = split("test", dataset::test);
        }
        return test;
    }

    private Split split(String name, Supplier<Split> part) {
        return new GuardedSplit(guard.ask(name, part), name, info(), guard);
    }

    @Override
    public synchronized Optional<Features> unlabelled() {
        if (unlabelled == null) {
            Optional<Features> given = guard.ask("unlabelled", dataset::unlabelled);
            unlabelled = given.map(features -> new CheckedFeatures(guard, "unlabelled", info()).of(features));
            boolean dense = CheckedFeatures.areDense(train().features());
            if (unlabelled.isPresent() && CheckedFeatures.areDense(unlabelled.get()) != dense) {
                throw guard.fault(
                        "unlabelled",
                        "gives " + (dense ? "sparse" : "dense") + " rows, but those of train() are "
                                + (dense ? "dense" : "sparse"));
            }
        }
        return unlabelled;
    }

    @Override
    public List<String> inputNames() {
        List<String> names = guard.list("inputNames", dataset::inputNames);
        if (!names.isEmpty() && names.size() != info().inputs()) {
            throw guard.fault("inputNames", "gives " + names.size() + " names for " + info().inputs() + " inputs");
        }
        return names;
    }

    @Override
    public DataFacts facts() {
        // A run that has the facts relies on the rest of what is told of the data.
        DatasetInfo unused = info();
        return guard.ask("facts", dataset::facts);
    }

    @Override
    public void close() {
        guard.run("close", dataset::close);
    }

    @Override
    public String toString() {
        return guard.toString();
    }
}
