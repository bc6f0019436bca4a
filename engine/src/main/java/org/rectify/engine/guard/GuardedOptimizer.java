package org.rectify.engine.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.array.Matrices;
import org.rectify.api.optimizer.ElementwiseOptimizer;
import org.rectify.api.optimizer.GradientDescent;
import org.rectify.api.optimizer.Optimizer;
import org.rectify.api.optimizer.Parameter;
import org.rectify.api.optimizer.ParameterUpdate;
import org.rectify.api.optimizer.Step;

/** An optimizer behind its guard. */
public class GuardedOptimizer implements Optimizer, Guarded {

    private final Optimizer optimizer;
    private final Guard guard;

    private GuardedOptimizer(Optimizer optimizer, Guard guard) {
        this.optimizer = optimizer;
        this.guard = guard;
    }

    /** The same optimizer behind a guard. */
    public static Optimizer of(Optimizer optimizer, Guard guard) {
        if (optimizer instanceof GradientDescent descent) {
            return new Descent(descent, guard);
        }
        return optimizer instanceof ElementwiseOptimizer elementwise
                ? new Elementwise(elementwise, guard)
                : new GuardedOptimizer(optimizer, guard);
    }

    @Override
    public final Object component() {
        return optimizer;
    }

    @Override
    public final Guard guard() {
        return guard;
    }

    @Override
    public final ParameterUpdate begin(Parameter parameter) {
        return new Update(guard.ask("begin", () -> optimizer.begin(parameter)), parameter.name(), guard);
    }

    @Override
    public final String toString() {
        return guard.toString();
    }

    /** Plain descent. */
    private static final class Descent extends GuardedOptimizer implements GradientDescent {

        private final GradientDescent descent;
        private final Call learningRate;

        Descent(GradientDescent descent, Guard guard) {
            super(descent, guard);
            this.descent = descent;
            this.learningRate = guard.method("learningRate");
        }

        @Override
        public double learningRate() {
            double rate;
            Slot slot = guard().slot();
            Call outer = slot.enter(learningRate);
            try {
                rate = descent.learningRate();
            } catch (Throwable e) {
                throw learningRate.fault(e);
            } finally {
                slot.leave(outer);
            }
            if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
                throw learningRate.fault("gives " + rate + "; it must be finite and not negative");
            }
            return rate;
        }
    }

    /** One that treats each number by itself. */
    private static final class Elementwise extends GuardedOptimizer implements ElementwiseOptimizer {

        private final ElementwiseOptimizer optimizer;
        private final List<String> memories;
        private final Call update;
        private boolean seen;

        Elementwise(ElementwiseOptimizer optimizer, Guard guard) {
            super(optimizer, guard);
            this.optimizer = optimizer;
            this.memories = guard.list("memories", optimizer::memories);
            this.update = guard.method("update");
            if (new HashSet<>(memories).size() < memories.size()) {
                throw guard.fault("memories", "gives a name twice: " + memories);
            }
        }

        @Override
        public List<String> memories() {
            return memories;
        }

        @Override
        public void update(
                Parameter parameter,
                float[] values,
                float[] gradients,
                float[][] remembered,
                int from,
                int to,
                Step step) {
            if (seen) {
                change(parameter, values, gradients, remembered, from, to, step);
                return;
            }
            float[] numbers = Window.of(values, from, to);
            float[] slopes = Window.of(gradients, from, to);
            float[][] own = new float[remembered.length][];
            for (int memory = 0; memory < own.length; memory++) {
                own[memory] = Window.of(remembered[memory], from, to);
            }
            change(parameter, numbers, slopes, own, Window.MARGIN, Window.end(to - from), step);
            for (int memory = 0; memory < own.length; memory++) {
                if (own[memory] == null || own[memory].length != numbers.length) {
                    throw update.fault("replaces the array of its memory '" + memories.get(memory) + "'");
                }
            }
            Window.copyBack(update, "value", numbers, values, from);
            Window.copyBack(update, "gradient", slopes, gradients, from);
            for (int memory = 0; memory < own.length; memory++) {
                Window.copyBack(update, memories.get(memory), own[memory], remembered[memory], from);
            }
            seen = true;
        }

        private void requireNumbers(Parameter parameter, float[] values, float[] gradients, int from, int to) {
            int place = NumberChecks.firstNotFinite(values, from, to);
            if (place >= 0) {
                GuardedOptimizer.requireNumbers(update, parameter.name(), values[place], gradients[place]);
            }
        }

        private void change(
                Parameter parameter,
                float[] values,
                float[] gradients,
                float[][] remembered,
                int from,
                int to,
                Step step) {
            Slot slot = guard().slot();
            Call outer = slot.enter(update);
            try {
                optimizer.update(parameter, values, gradients, remembered, from, to, step);
                requireNumbers(parameter, values, gradients, from, to);
            } catch (Throwable e) {
                throw update.fault(e);
            } finally {
                slot.leave(outer);
            }
        }
    }

    /** NaN where the gradient is a number is the optimizer's doing; infinity may be that of a large learning rate. */
    private static void requireNumbers(Call call, String parameter, float value, float gradient) {
        if (Float.isNaN(value) && Float.isFinite(gradient)) {
            throw call.fault("leaves NaN in " + parameter + ", for a gradient of " + gradient);
        }
    }

    /** The learning of one parameter. */
    private static final class Update implements ParameterUpdate {

        private final ParameterUpdate update;
        private final String parameterName;
        private final Guard guard;
        private final Call apply;

        Update(ParameterUpdate update, String parameterName, Guard guard) {
            this.update = update;
            this.parameterName = parameterName;
            this.guard = guard;
            this.apply = guard.method("apply");
        }

        @Override
        public void apply(INDArray parameter, INDArray gradient, Step step) {
            Slot slot = guard.slot();
            Call outer = slot.enter(apply);
            try {
                update.apply(parameter, gradient, step);
                int place = NumberChecks.firstNotFinite(parameter);
                if (place >= 0) {
                    requireNumbers(
                            apply,
                            parameterName,
                            Matrices.toFloats(parameter)[place],
                            Matrices.toFloats(gradient)[place]);
                }
            } catch (Throwable e) {
                throw apply.fault(e);
            } finally {
                slot.leave(outer);
            }
        }

        @Override
        public Map<String, INDArray> state() {
            return guard.entries("state", update::state);
        }

        @Override
        public void restore(Map<String, INDArray> state) {
            guard.refusing("restore", () -> update.restore(state));
        }
    }
}
