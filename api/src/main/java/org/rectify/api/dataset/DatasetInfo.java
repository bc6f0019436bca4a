package org.rectify.api.dataset;

import java.util.List;
import java.util.Map;
import org.rectify.api.activation.OutputRange;

/**
 * What there is to know of a data set besides its examples (item 48).
 *
 * @param name as shown in results
 * @param shape of one example: channels, height, width for images; one number for bags of words
 * @param range holds every input
 * @param classes the name of each class, in the order of labels
 * @param classValues the number a class stands for where the task is a rating (item 66); else its index
 * @param source where the data came from: files, generator, licence; for provenance
 * @param checksums SHA-256 in hexadecimal of each file read, by path; of a generator's parameters, or none where
 *     {@code source} states them
 */
public record DatasetInfo(
        String name,
        List<Integer> shape,
        OutputRange range,
        List<String> classes,
        List<Double> classValues,
        String source,
        Map<String, String> checksums) {

    /** Copies the collections; refuses a shape without inputs and class values that do not match the classes. */
    public DatasetInfo {
        shape = List.copyOf(shape);
        classes = List.copyOf(classes);
        classValues = List.copyOf(classValues);
        checksums = Map.copyOf(checksums);
        if (shape.isEmpty() || shape.stream().anyMatch(extent -> extent < 1)) {
            throw new IllegalArgumentException("shape " + shape + " holds no input");
        }
        if (classes.isEmpty() || classValues.size() != classes.size()) {
            throw new IllegalArgumentException(classValues.size() + " values for " + classes.size() + " classes");
        }
    }

    /** Number of inputs of one example. */
    public int inputs() {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
