package org.rectify.plugin.tensorboard;

import java.nio.file.Path;
import java.util.Optional;
import org.rectify.api.listener.RunListener;
import org.rectify.testkit.ListenerContract;
import org.rectify.testkit.TestContext;

class TensorBoardKeepsTheContractTest extends ListenerContract {

    @Override
    protected RunListener listener(Path directory) {
        return new TensorBoardFactory()
                .create(new TensorBoardOptions(Optional.empty(), true), TestContext.in(directory));
    }
}
