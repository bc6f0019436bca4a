package org.rectify.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rectify.api.dataset.Dataset;
import org.rectify.engine.config.ResolvedExperiment;
import org.rectify.study.plan.PlannedData;

/**
 * The data sets that trials use, each made once for all trials that run at the same time and kept a while after. Safe for use
 * by several threads.
 */
final class DatasetPool implements AutoCloseable {

    private static final int MOST_IDLE = 2;

    private final Map<String, Shared> shared = new LinkedHashMap<>();

    /** A data set and how many trials use it. */
    private static final class Shared {

        private final ResolvedExperiment experiment;
        private final List<Dataset> made = new ArrayList<>(1);
        private int users;

        Shared(ResolvedExperiment experiment) {
            this.experiment = experiment;
        }

        /** Made by the first to come, outside the pool's lock: other data sets need not wait. */
        synchronized Dataset dataset() {
            if (made.isEmpty()) {
                made.add(experiment.spec().dataset().create());
            }
            return made.get(0);
        }

        synchronized void close() {
            made.forEach(Dataset::close);
            made.clear();
        }
    }

    /** A data set in use until it is closed. */
    final class Lease implements AutoCloseable {

        private final String key;
        private final Shared taken;

        private Lease(String key, Shared taken) {
            this.key = key;
            this.taken = taken;
        }

        /** The data set; made now, if nobody did. */
        Dataset dataset() {
            return taken.dataset();
        }

        @Override
        public void close() {
            giveBack(key, taken);
        }
    }

    /** Takes the data set of an experiment; generated ones may depend on its seed. */
    Lease take(ResolvedExperiment experiment) {
        String key = experiment.spec().experiment().seed() + " " + PlannedData.key(experiment);
        synchronized (shared) {
            Shared one = shared.computeIfAbsent(key, made -> new Shared(experiment));
            one.users++;
            return new Lease(key, one);
        }
    }

    private void giveBack(String key, Shared one) {
        synchronized (shared) {
            one.users--;
            shared.remove(key);
            shared.put(key, one); // the latest last
            List<String> idle = shared.entrySet().stream()
                    .filter(entry -> entry.getValue().users == 0)
                    .map(Map.Entry::getKey)
                    .toList();
            for (String oldest : idle.subList(0, Math.max(0, idle.size() - MOST_IDLE))) {
                Shared dropped = shared.remove(oldest);
                if (dropped != null) {
                    dropped.close();
                }
            }
        }
    }

    /** Lets go of the data sets, but for those in use: whoever was asked to give a trial up may still read them. */
    @Override
    public void close() {
        synchronized (shared) {
            shared.values().stream().filter(one -> one.users == 0).forEach(Shared::close);
            shared.values().removeIf(one -> one.users == 0);
        }
    }
}
