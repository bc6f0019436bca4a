package org.rectify.dataset.norb;

import java.util.List;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.plugin.Plugin;

/** The data set {@code norb}. */
public final class NorbPlugin implements Plugin {

    @Override
    public List<DatasetFactory<?>> datasets() {
        return List.of(new NorbFactory());
    }
}
