package org.rectify.api.facts;

import java.util.List;
import java.util.Objects;
import org.rectify.api.array.OutputRange;

/**
 * What a data set found where it looked for its examples.
 *
 * @param name as shown in results
 * @param shape of one example: channels, height, width for images; one number for bags of words
 * @param range holds every input
 * @param classes the name of each class, in the order of labels; empty where numbers are to be told
 * @param targets the name of each number that is to be told; empty where classes are
 * @param train number of training examples; -1 where it is not known before they are read
 * @param validation number of validation examples, or -1
 * @param test number of test examples, or -1
 * @param unlabelled number of further training examples without labels, or -1
 * @since 0.2
 */
public record DataFacts(
        String name,
        List<Integer> shape,
        OutputRange range,
        List<String> classes,
        List<String> targets,
        int train,
        int validation,
        int test,
        int unlabelled) {

    /** Copies the lists. */
    public DataFacts {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(range, "range");
        shape = List.copyOf(shape);
        classes = List.copyOf(classes);
        targets = List.copyOf(targets);
    }

    /** Number of inputs of one example. */
    public int inputs() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
