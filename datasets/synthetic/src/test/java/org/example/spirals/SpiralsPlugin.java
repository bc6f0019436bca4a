package org.example.spirals;

import java.util.List;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.plugin.Plugin;

public final class SpiralsPlugin implements Plugin {

    @Override
    public List<DatasetFactory<?>> datasets() {
        return List.of(new SpiralsFactory());
    }
}
