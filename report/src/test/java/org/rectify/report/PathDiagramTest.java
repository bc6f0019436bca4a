package org.rectify.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectify.report.PathDiagram.Edge;
import org.rectify.report.PathDiagram.Node;

class PathDiagramTest {

    private final PathDiagram diagram = PathDiagram.of(z -> Math.max(0, z));

    @Test
    void connectsEveryUnitWithEveryOneOfTheNextLayer() {
        assertThat(diagram.nodes()).hasSize(4 + 6 + 6 + 3);
        assertThat(diagram.edges()).hasSize(4 * 6 + 6 * 6 + 6 * 3);
    }

    @Test
    void carriesSignalExactlyWhereBothEndsAreNotZero() {
        assertThat(diagram.edges())
                .allMatch(edge ->
                        edge.active() == (edge.from().output() != 0 && edge.to().output() != 0));
        assertThat(diagram.edges().stream().filter(Edge::active).count()).isBetween(10L, 40L);
    }

    /** What flows forward to a unit flows back from it: active connections join active units in unbroken paths. */
    @Test
    void everyActiveHiddenUnitLiesOnAPathFromInputToOutput() {
        List<Edge> active = diagram.edges().stream().filter(Edge::active).toList();

        assertThat(diagram.nodes().stream().filter(Node::active).filter(node -> node.layer() == 1 || node.layer() == 2))
                .isNotEmpty()
                .allMatch(node -> active.stream().anyMatch(edge -> edge.to().equals(node)))
                .allMatch(node -> active.stream().anyMatch(edge -> edge.from().equals(node)));
    }

    @Test
    void drawsActiveConnectionsLastAndTellsThemInWords() {
        List<Boolean> order = diagram.edges().stream().map(Edge::active).toList();

        assertThat(order.subList(order.indexOf(true), order.size())).doesNotContain(false);
        assertThat(diagram.description())
                .startsWith("Inputs: 3 of 4 units active. Layer 1: ")
                .endsWith("carry signal.");
    }
}
