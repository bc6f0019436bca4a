package org.rectify.dataset.norb;

import java.util.List;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.dataset.norb.render.RenderedNorbFactory;

/** The data sets {@code norb} and {@code norb-rendered}. */
public final class NorbPlugin implements Plugin {

    @Override
    public List<DatasetFactory<?>> datasets() {
        return List.of(new NorbFactory(), new RenderedNorbFactory());
    }
}
