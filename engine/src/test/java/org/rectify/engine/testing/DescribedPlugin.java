package org.rectify.engine.testing;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.rectify.api.array.OutputRange;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.NoOptions;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.facts.DataFacts;
import org.rectify.api.plugin.Plugin;

/** A plugin whose data set {@code described} cannot be made, only asked what it holds. */
public final class DescribedPlugin implements Plugin {

    /** What it answers unless told otherwise: examples of two classes with inputs of any size. */
    public static final DataFacts FACTS =
            new DataFacts("described", List.of(5), OutputRange.REAL, List.of("even", "odd"), List.of(), 40, 20, 30, 0);

    private Supplier<DataFacts> answer = () -> FACTS;
    private int asked;

    /** Has it answer otherwise. */
    public void answers(Supplier<DataFacts> otherwise) {
        answer = otherwise;
    }

    /** The answer of a plugin that knows of no {@code @NullMarked}. */
    @NullUnmarked
    public static DataFacts nothing() {
        return null;
    }

    /** How often it was asked. */
    public int asked() {
        return asked;
    }

    @Override
    public List<DatasetFactory<?>> datasets() {
        return List.of(new Factory());
    }

    private final class Factory implements DatasetFactory<NoOptions> {

        @Override
        public String name() {
            return "described";
        }

        @Override
        public Class<NoOptions> options() {
            return NoOptions.class;
        }

        @Override
        public Dataset create(NoOptions options, ComponentContext context) {
            throw new AssertionError("the data set is made");
        }

        @Override
        public DataFacts describe(NoOptions options, ComponentContext context) {
            asked++;
            return answer.get();
        }
    }
}
