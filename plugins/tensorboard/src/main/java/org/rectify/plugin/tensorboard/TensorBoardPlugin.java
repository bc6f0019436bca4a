package org.rectify.plugin.tensorboard;

import java.util.List;
import org.rectify.api.listener.ListenerFactory;
import org.rectify.api.plugin.Plugin;

/** Shows runs in TensorBoard. */
public final class TensorBoardPlugin implements Plugin {

    @Override
    public List<ListenerFactory<?>> listeners() {
        return List.of(new TensorBoardFactory());
    }
}
