package org.rectify.api.optimizer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.rectify.api.array.Matrices;

/** The array form of an element-wise optimizer. */
final class ElementwiseUpdate implements ParameterUpdate {

    private final ElementwiseOptimizer optimizer;
    private final Parameter parameter;
    private final List<String> names;
    private final float[][] memories;

    ElementwiseUpdate(ElementwiseOptimizer optimizer, Parameter parameter) {
        this.optimizer = optimizer;
        this.parameter = parameter;
        this.names = List.copyOf(optimizer.memories());
        this.memories = new float[names.size()][parameter.length()];
    }

    @Override
    public void apply(INDArray values, INDArray gradient, Step step) {
        float[] numbers = Matrices.toFloats(values);
        optimizer.update(parameter, numbers, Matrices.toFloats(gradient), memories, 0, numbers.length, step);
        Matrices.fill(values, numbers);
    }

    @Override
    public Map<String, INDArray> state() {
        Map<String, INDArray> state = new LinkedHashMap<>();
        for (int memory = 0; memory < memories.length; memory++) {
            INDArray copy = Nd4j.zeros(parameter.rows(), parameter.columns());
            Matrices.fill(copy, memories[memory]);
            state.put(names.get(memory), copy);
        }
        return state;
    }

    @Override
    public void restore(Map<String, INDArray> state) {
        if (!state.keySet().equals(Set.copyOf(names))) {
            throw new IllegalArgumentException(
                    "this update remembers " + names + ", but is to restore " + state.keySet());
        }
        for (int memory = 0; memory < memories.length; memory++) {
            INDArray saved = state.get(names.get(memory));
            if (saved == null || saved.length() != parameter.length()) {
                throw new IllegalArgumentException(names.get(memory) + " of " + parameter.name() + " has "
                        + (saved == null ? 0 : saved.length()) + " numbers, must have " + parameter.length());
            }
            Matrices.read(saved, memories[memory]);
        }
    }
}
