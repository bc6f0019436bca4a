package org.rectify.kernels.vector;

import java.util.ArrayList;
import java.util.List;
import org.rectify.api.penalty.ElementwisePenalty;
import org.rectify.api.penalty.OutputPenalty;
import org.rectify.kernels.network.NetworkDefinition;

/** What one hidden layer pays on its outputs: panel by panel where a penalty is element-wise, else for a whole minibatch. */
final class LayerPenalties {

    private final int layer;
    private final List<Elementwise> elementwise = new ArrayList<>();
    private final List<Whole> whole = new ArrayList<>();

    /**
     * A penalty that is added panel by panel.
     *
     * @param place among the penalties of the network
     * @param costs of each panel, summed over examples
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Elementwise(int place, ElementwisePenalty penalty, double[] costs) {}

    /** A penalty that needs all panels; the cost is that of the last minibatch. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Whole(int place, OutputPenalty penalty, double[] cost) {}

    LayerPenalties(NetworkDefinition network, int layer) {
        this.layer = layer;
        int panels = Panels.count(network.hidden().get(layer).outputs());
        for (int i = 0; i < network.regularization().penalties().size(); i++) {
            int place = i;
            network.outputPenalty(place, layer).ifPresent(penalty -> {
                if (penalty instanceof ElementwisePenalty one) {
                    elementwise.add(new Elementwise(place, one, new double[panels]));
                } else {
                    whole.add(new Whole(place, penalty, new double[1]));
                }
            });
        }
    }

    /** Whether the gradient with respect to outputs is complete only when {@link #addWhole} was called. */
    boolean needWholeMinibatch() {
        return !whole.isEmpty();
    }

    /** Adds the derivatives of a panel, averaged over examples. */
    void add(PanelMatrix a, int panel, int examples, PanelMatrix gradient) {
        int width = a.width(panel);
        for (Elementwise one : elementwise) {
            double cost = 0;
            for (int example = 0; example < examples; example++) {
                int row = a.at(panel, example);
                cost += one.penalty().value(layer, a.values(), row, row + width);
                one.penalty().addDerivative(layer, a.values(), row, row + width, 1f / examples, gradient.values());
            }
            one.costs()[panel] = cost;
        }
    }

    /** Adds the derivatives that need all panels. */
    void addWhole(PanelMatrix a, int examples, PanelMatrix gradient) {
        for (Whole one : whole) {
            one.cost()[0] = CleanPenalty.addWhole(one.penalty(), layer, a, examples, gradient, false);
        }
    }

    /** Adds the costs of the last minibatch, in the unit of the cost of one example, by the places of penalties. */
    void addTo(double[] costs, int examples) {
        for (Elementwise one : elementwise) {
            double sum = 0;
            for (double cost : one.costs()) {
                sum += cost;
            }
            costs[one.place()] += sum / examples;
        }
        for (Whole one : whole) {
            costs[one.place()] += one.cost()[0];
        }
    }
}
