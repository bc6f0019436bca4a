package org.rectify.testkit;

import java.nio.file.Path;
import org.rectify.api.listener.RunListener;

/** A right listener passes. */
class NotebookKeepsTheContractTest extends ListenerContract {

    @Override
    protected RunListener listener(Path directory) {
        return new Notebook();
    }
}
