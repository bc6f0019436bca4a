package org.rectify.dataset.nistp;

import java.util.List;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.plugin.Plugin;

/** The data set {@code nistp}. */
public final class NistpPlugin implements Plugin {

    @Override
    public List<DatasetFactory<?>> datasets() {
        return List.of(new NistpFactory());
    }
}
