package org.rectify.api.dataset;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rectify.api.array.OutputRange;

/**
 * What there is to know of a data set besides its examples (item 48).
 *
 * @param name as shown in results
 * @param shape of one example: channels, height, width for images; one number for bags of words
 * @param range holds every input
 * @param classes the name of each class, in the order of labels; empty where numbers are to be told
 * @param classValues the number a class stands for where the task is a rating (item 66); else its index
 * @param source where the data came from: files, generator, licence; for provenance
 * @param checksums SHA-256 in hexadecimal of each file read, by path; of a generator's parameters under the name
 *     {@code parameters}, or none where {@code source} states them
 * @param targets the name of each number that is to be told of an example; empty where classes are
 * @since 0.1
 */
public record DatasetInfo(
        String name,
        List<Integer> shape,
        OutputRange range,
        List<String> classes,
        List<Double> classValues,
        String source,
        Map<String, String> checksums,
        List<String> targets) {

    /** Copies the collections; refuses a shape without inputs, values that do not match the classes, and nothing to be told. */
    public DatasetInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(source, "source");
        shape = List.copyOf(shape);
        classes = List.copyOf(classes);
        classValues = List.copyOf(classValues);
        checksums = Map.copyOf(checksums);
        targets = List.copyOf(targets);
        if (shape.isEmpty() || shape.stream().anyMatch(extent -> extent < 1)) {
            throw new IllegalArgumentException("shape " + shape + " holds no input");
        }
        if (classValues.size() != classes.size()) {
            throw new IllegalArgumentException(classValues.size() + " values for " + classes.size() + " classes");
        }
        if (classes.isEmpty() == targets.isEmpty()) {
            throw new IllegalArgumentException(classes.size() + " classes and " + targets.size()
                    + " targets; a data set has either classes or numbers to be told");
        }
    }

    /** A data set whose examples belong to classes. */
    public DatasetInfo(
            String name,
            List<Integer> shape,
            OutputRange range,
            List<String> classes,
            List<Double> classValues,
            String source,
            Map<String, String> checksums) {
        this(name, shape, range, classes, classValues, source, checksums, List.of());
    }

    /** Number of inputs of one example. */
    public int inputs() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
