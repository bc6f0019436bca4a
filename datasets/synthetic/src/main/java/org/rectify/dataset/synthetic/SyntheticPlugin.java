package org.rectify.dataset.synthetic;

import java.util.List;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.plugin.Plugin;

/** The data sets {@code synthetic}, {@code synthetic-stereo} and {@code synthetic-textures}. */
public final class SyntheticPlugin implements Plugin {

    @Override
    public List<DatasetFactory<?>> datasets() {
        return List.of(new SyntheticFactory(), new SyntheticStereoFactory(), new SyntheticTexturesFactory());
    }
}
