package org.rectify.engine.guard;

import org.rectify.api.dataset.DatasetInfo;
import org.rectify.api.dataset.Features;
import org.rectify.api.dataset.Split;

/** A part of a data set behind the data set's guard. */
final class GuardedSplit implements Split, Guarded {

    private final Split split;
    private final String name;
    private final Guard guard;
    private final Features features;
    private final int classes;
    private final Call label;
    private final Call target;

    /**
     * @param name of the method of the data set that gave it
     * @param info of the data set
     */
    GuardedSplit(Split split, String name, DatasetInfo info, Guard guard) {
        this.split = split;
        this.name = name;
        this.guard = guard;
        this.classes = info.classes().size();
        this.label = guard.method(name + "().label");
        this.target = guard.method(name + "().target");
        this.features = new CheckedFeatures(guard, name + "().features", info)
                .of(guard.ask(name + "().features", split::features));
        int size = guard.call(name + "().size", split::size);
        if (size != features.rows()) {
            throw guard.fault(
                    name + "().size", "gives " + size + ", but its features have " + features.rows() + " rows");
        }
    }

    @Override
    public Object component() {
        return split;
    }

    @Override
    public Guard guard() {
        return guard;
    }

    @Override
    public Features features() {
        return features;
    }

    @Override
    public int label(int row) {
        int given;
        Slot slot = guard.slot();
        Call outer = slot.enter(label);
        try {
            given = split.label(row);
        } catch (Throwable e) {
            throw label.fault(e);
        } finally {
            slot.leave(outer);
        }
        if (classes > 0 && (given < 0 || given >= classes)) {
            throw label.fault("gives " + given + " for row " + row + "; there are " + classes + " classes, from 0");
        }
        return given;
    }

    @Override
    public double target(int row, int index) {
        double given;
        Slot slot = guard.slot();
        Call outer = slot.enter(target);
        try {
            given = split.target(row, index);
        } catch (Throwable e) {
            throw target.fault(e);
        } finally {
            slot.leave(outer);
        }
        if (!Double.isFinite(given)) {
            throw target.fault("gives " + given + " for row " + row + ", target " + index);
        }
        return given;
    }

    @Override
    public int size() {
        return features.rows();
    }

    @Override
    public String toString() {
        return guard + ": " + name + "()";
    }
}
