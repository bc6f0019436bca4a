package org.rectify.dataset.mnist;

import java.util.List;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.plugin.Plugin;

/** The data sets {@code mnist}, {@code mnist-sample} and {@code mnist-pool}. */
public final class MnistPlugin implements Plugin {

    @Override
    public List<DatasetFactory<?>> datasets() {
        return List.of(new MnistFactory(), new MnistSampleFactory(), new MnistPoolFactory());
    }
}
