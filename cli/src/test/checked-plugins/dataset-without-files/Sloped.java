package sloped;

import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.error.DataException;
import org.rectify.api.plugin.Plugin;

public final class Sloped implements Plugin {

    @Override
    public List<DatasetFactory<?>> datasets() {
        return List.of(new Hills());
    }

    private static final class Hills implements DatasetFactory<NoOptions> {

        @Override
        public String name() {
            return "hills";
        }

        @Override
        public String summary() {
            return "Heights of hills.";
        }

        @Override
        public Class<NoOptions> options() {
            return NoOptions.class;
        }

        @Override
        public Dataset create(NoOptions options, ComponentContext context) {
            throw new DataException("hills: 1 of 1 files are missing:\n  hills.csv");
        }
    }
}
