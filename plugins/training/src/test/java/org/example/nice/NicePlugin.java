package org.example.nice;

import java.util.List;
import org.rectify.api.executor.TrialExecutorFactory;
import org.rectify.api.plugin.Plugin;

/** Contributes the executor {@code nice}. */
public final class NicePlugin implements Plugin {

    @Override
    public List<TrialExecutorFactory<?>> executors() {
        return List.of(new Nice());
    }
}
