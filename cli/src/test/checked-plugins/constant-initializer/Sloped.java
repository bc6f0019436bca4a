package sloped;

import java.util.List;
import org.rectify.api.array.Matrices;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.initializer.Initializer;
import org.rectify.api.initializer.InitializerFactory;
import org.rectify.api.plugin.Plugin;

public final class Sloped implements Plugin {

    public record Options(@Describe(value = "The weight.", defaultsTo = "0.1") double value) {}

    @Override
    public List<InitializerFactory<?>> initializers() {
        return List.of(new Constant());
    }

    private static final class Constant implements InitializerFactory<Options> {

        @Override
        public String name() {
            return "constant";
        }

        @Override
        public String summary() {
            return "Every weight is the same.";
        }

        @Override
        public Class<Options> options() {
            return Options.class;
        }

        @Override
        public Initializer create(Options options, ComponentContext context) {
            return (weights, random) -> {
                float[] values = new float[Math.toIntExact(weights.length())];
                java.util.Arrays.fill(values, (float) options.value());
                Matrices.fill(weights, values);
            };
        }
    }
}
