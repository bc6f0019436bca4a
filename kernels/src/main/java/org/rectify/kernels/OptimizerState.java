package org.rectify.kernels;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.rectify.api.optimizer.Parameter;
import org.rectify.kernels.network.NetworkDefinition;

/** What an optimizer remembers of a whole network: arrays by the name of the parameter and of the memory. */
public final class OptimizerState {

    private OptimizerState() {}

    /** Adds what it remembers of one parameter. */
    public static void add(Map<String, INDArray> state, Parameter parameter, Map<String, INDArray> memories) {
        memories.forEach((memory, array) -> state.put(prefix(parameter) + memory, array));
    }

    /** What it remembers of one parameter, by the name of the memory. */
    public static Map<String, INDArray> of(Map<String, INDArray> state, Parameter parameter) {
        String prefix = prefix(parameter);
        Map<String, INDArray> memories = new LinkedHashMap<>();
        state.forEach((name, array) -> {
            if (name.startsWith(prefix)) {
                memories.put(name.substring(prefix.length()), array);
            }
        });
        return memories;
    }

    /**
     * Refuses what belongs to no parameter of a network.
     *
     * @throws IllegalArgumentException when there is such a thing
     */
    public static void requireParametersOf(NetworkDefinition network, Map<String, INDArray> state) {
        List<String> prefixes = IntStream.range(0, network.weightLayers())
                .boxed()
                .flatMap(layer -> Stream.of(Parameter.Role.values()).map(role -> network.parameter(layer, role)))
                .map(OptimizerState::prefix)
                .toList();
        for (String name : state.keySet()) {
            if (prefixes.stream().noneMatch(name::startsWith)) {
                throw new IllegalArgumentException(
                        "'" + name + "' is of no parameter of the network; their names begin with " + prefixes);
            }
        }
    }

    private static String prefix(Parameter parameter) {
        return parameter.name() + "/";
    }
}
