package org.rectify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;

/**
 * Which units and connections of a small network carry signal for one input (figure 2, left; item 69).
 *
 * <p>A connection does if both of its ends are active, forward and backward alike: what is zero sends nothing on, and where
 * the rectifier is zero its derivative is too.
 *
 * @param nodes units, inputs first
 * @param edges connections, those at rest first, so that active ones are drawn over them
 * @param description in words
 */
record PathDiagram(List<Node> nodes, List<Edge> edges, String description) {

    static final int WIDTH = Figure.WIDTH;
    static final int HEIGHT = Figure.HEIGHT;

    private static final int[] SIZES = {4, 6, 6, 3};
    private static final double[] INPUT = {0.9, 0, 0.6, 0.3};
    private static final long SEED = 4;
    private static final int MARGIN = 24;

    /** A unit: where it is drawn, and what it puts out. */
    record Node(int layer, int unit, String x, String y, double output) {

        boolean active() {
            return output != 0;
        }
    }

    /** A connection from a unit to one of the next layer. */
    record Edge(Node from, Node to) {

        boolean active() {
            return from.active() && to.active();
        }
    }

    /** Of a network with uniform random weights and no biases, the same for everyone. */
    static PathDiagram of(DoubleUnaryOperator rectifier) {
        RandomStream weights = new RandomStreams(SEED).stream("figure-2/weights");
        List<List<Node>> layers = new ArrayList<>();
        double[] outputs = INPUT;
        layers.add(nodes(0, outputs));
        for (int layer = 1; layer < SIZES.length; layer++) {
            double bound = Math.sqrt(6.0 / (SIZES[layer - 1] + SIZES[layer]));
            double[] next = new double[SIZES[layer]];
            for (int unit = 0; unit < next.length; unit++) {
                for (double output : outputs) {
                    next[unit] += output * weights.nextDouble(-bound, bound);
                }
                boolean isOutput = layer == SIZES.length - 1;
                next[unit] = isOutput ? next[unit] : rectifier.applyAsDouble(next[unit]);
            }
            outputs = next;
            layers.add(nodes(layer, outputs));
        }
        return of(layers);
    }

    private static PathDiagram of(List<List<Node>> layers) {
        List<Edge> edges = new ArrayList<>();
        for (int layer = 1; layer < layers.size(); layer++) {
            for (Node from : layers.get(layer - 1)) {
                for (Node to : layers.get(layer)) {
                    Edge edge = new Edge(from, to);
                    edges.add(edge.active() ? edges.size() : 0, edge);
                }
            }
        }
        StringBuilder words = new StringBuilder();
        for (int layer = 0; layer < layers.size(); layer++) {
            long active = layers.get(layer).stream().filter(Node::active).count();
            words.append(String.format(
                    Locale.ROOT,
                    "%s: %d of %d units active. ",
                    layer == 0 ? "Inputs" : layer == layers.size() - 1 ? "Outputs" : "Layer " + layer,
                    active,
                    layers.get(layer).size()));
        }
        long active = edges.stream().filter(Edge::active).count();
        words.append(active).append(" of ").append(edges.size()).append(" connections carry signal.");
        return new PathDiagram(layers.stream().flatMap(List::stream).toList(), List.copyOf(edges), words.toString());
    }

    private static List<Node> nodes(int layer, double[] outputs) {
        List<Node> nodes = new ArrayList<>();
        double x = MARGIN + layer * (WIDTH - 2.0 * MARGIN) / (SIZES.length - 1);
        for (int unit = 0; unit < outputs.length; unit++) {
            double y = HEIGHT * (unit + 0.5) / outputs.length;
            nodes.add(new Node(
                    layer,
                    unit,
                    String.format(Locale.ROOT, "%.1f", x),
                    String.format(Locale.ROOT, "%.1f", y),
                    outputs[unit]));
        }
        return nodes;
    }
}
