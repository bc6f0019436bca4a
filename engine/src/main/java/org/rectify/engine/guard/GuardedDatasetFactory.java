package org.rectify.engine.guard;

import java.util.List;
import java.util.Set;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Objection;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.dataset.RemoteFile;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.facts.ExperimentFacts;

/**
 * A maker of data sets behind its guard.
 *
 * @param guard its guard
 */
public record GuardedDatasetFactory<O extends Record>(DatasetFactory<O> factory, Guard guard)
        implements DatasetFactory<O>, Guarded {

    @Override
    public Object component() {
        return factory;
    }

    @Override
    public String name() {
        return guard.ask("name", factory::name);
    }

    @Override
    public Set<String> aliases() {
        return guard.ask("aliases", factory::aliases);
    }

    @Override
    public String summary() {
        return guard.ask("summary", factory::summary);
    }

    @Override
    public String source() {
        return guard.ask("source", factory::source);
    }

    @Override
    public Class<O> options() {
        return guard.ask("options", factory::options);
    }

    @Override
    public Dataset create(O options, ComponentContext context) {
        return GuardedDataset.of(guard.ask("create", () -> factory.create(options, context)), guard);
    }

    @Override
    public List<Objection> check(O options, ExperimentFacts facts) {
        return guard.list("check", () -> factory.check(options, facts));
    }

    @Override
    public String folder() {
        return guard.ask("folder", factory::folder);
    }

    @Override
    public List<RemoteFile> remoteFiles() {
        return guard.list("remoteFiles", factory::remoteFiles);
    }

    @Override
    public String filesByHand() {
        return guard.ask("filesByHand", factory::filesByHand);
    }

    @Override
    public DataFacts describe(O options, ComponentContext context) {
        return guard.ask("describe", () -> factory.describe(options, context));
    }

    @Override
    public String toString() {
        return guard.toString();
    }
}
