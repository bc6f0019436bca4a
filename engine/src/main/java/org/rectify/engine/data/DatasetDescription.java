package org.rectify.engine.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.rectify.api.dataset.Dataset;
import org.rectify.api.dataset.DatasetInfo;
import org.rectify.engine.evaluation.TestExamples;

/**
 * What is in a data set (item 48).
 *
 * @param info as the data set gives it
 * @param splits train, validation, test, and unlabelled where there is such
 */
public record DatasetDescription(DatasetInfo info, List<SplitDescription> splits) {

    /** How many examples of a split are read for its statistics. */
    public static final int MOST_EXAMINED = 200_000;

    /** Copies the list. */
    public DatasetDescription {
        splits = List.copyOf(splits);
    }

    /**
     * Reads the examples of a data set.
     *
     * @param most how many of a split at most, evenly spaced
     */
    public static DatasetDescription of(Dataset dataset, int most) {
        DatasetInfo info = dataset.info();
        List<SplitDescription> splits = new ArrayList<>();
        splits.add(SplitDescription.of("train", dataset.train(), info, most));
        splits.add(SplitDescription.of("validation", dataset.validation(), info, most));
        splits.add(SplitDescription.of("test", TestExamples.of(dataset), info, most));
        dataset.unlabelled().ifPresent(features -> splits.add(SplitDescription.unlabelled(features, info, most)));
        return new DatasetDescription(info, splits);
    }

    /** The same as JSON; a bound that is infinite is null. */
    public String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("name", info.name()).put("source", info.source());
        info.shape().forEach(root.putArray("shape")::add);
        range(root.putObject("range"), info.range().lowest(), info.range().highest());
        info.classes().forEach(root.putArray("classes")::add);
        info.classValues().forEach(root.putArray("class-values")::add);
        info.targets().forEach(root.putArray("targets")::add);
        ArrayNode list = root.putArray("splits");
        splits.forEach(split -> write(split, info.targets(), list.addObject()));
        ObjectNode checksums = root.putObject("checksums");
        new TreeMap<>(info.checksums()).forEach(checksums::put);
        return root.toPrettyString() + "\n";
    }

    private static void write(SplitDescription split, List<String> targets, ObjectNode node) {
        node.put("name", split.name()).put("examples", split.examples()).put("examined", split.examined());
        if (!split.classCounts().isEmpty()) {
            split.classCounts().forEach(node.putArray("class-counts")::add);
        }
        for (int i = 0; i < split.targets().size(); i++) {
            TargetStatistics target = split.targets().get(i);
            node.withArray("targets")
                    .addObject()
                    .put("name", targets.get(i))
                    .put("mean", target.mean())
                    .put("standard-deviation", target.deviation())
                    .put("lowest", target.lowest())
                    .put("highest", target.highest());
        }
        split.inputs().ifPresent(inputs -> {
            inputs.means().forEach(node.putArray("means")::add);
            inputs.deviations().forEach(node.putArray("standard-deviations")::add);
            range(node.putObject("found"), inputs.lowest(), inputs.highest());
            node.put("density", inputs.density());
        });
    }

    private static void range(ObjectNode node, double lowest, double highest) {
        bound(node, "lowest", lowest);
        bound(node, "highest", highest);
    }

    private static void bound(ObjectNode node, String key, double bound) {
        if (Double.isFinite(bound)) {
            node.put(key, bound);
        } else {
            node.putNull(key);
        }
    }
}
