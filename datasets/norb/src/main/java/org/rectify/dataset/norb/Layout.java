package org.rectify.dataset.norb;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many files there are and what is in them (item 51).
 *
 * @param trainingFiles parts of the training set, each of three files: images, categories, and what is known of each image
 * @param testFiles parts of the test set
 * @param examples stereo pairs of each part
 * @param validationSize how many training examples are held out where it is not a fifth of them
 */
record Layout(int trainingFiles, int testFiles, int examples, int validationSize) {

    static final Layout OFFICIAL = new Layout(10, 2, 29_160, 58_428);

    /** Names without their endings, training parts first. */
    List<String> parts() {
        return Stream.concat(
                        IntStream.rangeClosed(1, trainingFiles)
                                .mapToObj("norb-5x46789x9x18x6x2x108x108-training-%02d"::formatted),
                        IntStream.rangeClosed(1, testFiles)
                                .mapToObj("norb-5x01235x9x18x6x2x108x108-testing-%02d"::formatted))
                .toList();
    }

    int trainingExamples() {
        return trainingFiles * examples;
    }

    int testExamples() {
        return testFiles * examples;
    }

    int allExamples() {
        return trainingExamples() + testExamples();
    }
}
