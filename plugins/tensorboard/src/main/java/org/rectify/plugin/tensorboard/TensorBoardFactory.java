package org.rectify.plugin.tensorboard;

import java.time.Clock;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.listener.ListenerFactory;
import org.rectify.api.listener.RunListener;

/** Makes listeners that write event files. */
final class TensorBoardFactory implements ListenerFactory<TensorBoardOptions> {

    @Override
    public String name() {
        return "tensorboard";
    }

    @Override
    public String summary() {
        return "Writes costs, metrics and histograms as event files, for TensorBoard to show while the run goes on.";
    }

    @Override
    public Class<TensorBoardOptions> options() {
        return TensorBoardOptions.class;
    }

    @Override
    public RunListener create(TensorBoardOptions options, ComponentContext context) {
        return new TensorBoardListener(
                options.directory().map(context.experimentDirectory()::resolve),
                options.histograms(),
                Clock.systemUTC());
    }
}
