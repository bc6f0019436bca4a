package org.rectify.dataset.cifar10;

import java.util.List;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.plugin.Plugin;

/** The data set {@code cifar10}. */
public final class Cifar10Plugin implements Plugin {

    @Override
    public List<DatasetFactory<?>> datasets() {
        return List.of(new Cifar10Factory());
    }
}
