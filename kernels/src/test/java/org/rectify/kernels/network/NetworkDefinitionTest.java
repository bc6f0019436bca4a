package org.rectify.kernels.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rectify.kernels.testing.Networks;

class NetworkDefinitionTest {

    @ParameterizedTest(name = "{0}-{1}-{2}: {3}")
    @CsvSource({
        "784, 1000 1000 1000, 10, 2797010",
        "3072, 1000 1000 1000, 10, 5085010",
        "1024, 1000 1000 1000, 62, 3089062",
        "2048, 4000 2000, 6, 16210006",
        "5000, 5000 5000 5000, 5, 75040005",
        "5000, 5000, 5, 25030005",
        "5000, '', 5, 25005"
    })
    void parameterCountsAreThoseOfItem14(int inputs, String hidden, int classes, long expected) {
        List<Integer> units = hidden.isEmpty()
                ? List.of()
                : List.of(hidden.split(" ")).stream().map(Integer::valueOf).toList();
        NetworkDefinition network =
                Networks.network(inputs, units, classes, Networks.rectifier(), true, Optional.empty());

        assertThat(network.parameterCount()).isEqualTo(expected);
    }

    @Test
    void layersThatDoNotFitOnEachOtherAreRefused() {
        HiddenLayer layer = new HiddenLayer(3, 2, Networks.rectifier(), Signs.of(1, 1));

        assertThatThrownBy(() -> NetworkDefinition.classifier(4, List.of(layer), 2))
                .hasMessageContaining("3 inputs on one of 4");
    }
}
