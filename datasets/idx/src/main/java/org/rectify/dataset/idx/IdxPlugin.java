package org.rectify.dataset.idx;

import java.util.List;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.plugin.Plugin;

/** The data set {@code idx}. */
public final class IdxPlugin implements Plugin {

    @Override
    public List<DatasetFactory<?>> datasets() {
        return List.of(new IdxFactory());
    }
}
