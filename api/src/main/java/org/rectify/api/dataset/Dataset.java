package org.rectify.api.dataset;

import java.util.List;
import java.util.Optional;
import org.rectify.api.facts.DataFacts;

/**
 * Examples in three parts: for the parameters, for the hyper-parameters, and for the report (item 48).
 *
 * <p>The engine hands {@link #test()} to the final evaluation and to nothing that selects.
 *
 * @since 0.1
 */
public interface Dataset extends AutoCloseable {

    /** What there is to know of the set besides its examples. */
    DatasetInfo info();

    /** The examples parameters are learned from. */
    Split train();

    /** The examples hyper-parameters and the moment to stop are chosen by. */
    Split validation();

    /** The examples a result is reported on. */
    Split test();

    /** Further training examples without labels, where there are any. */
    default Optional<Features> unlabelled() {
        return Optional.empty();
    }

    /** What each input stands for, in the order of columns: the terms of bags of words; empty where inputs have no names. */
    default List<String> inputNames() {
        return List.of();
    }

    /**
     * What components are told of the set.
     *
     * @since 0.2
     */
    default DataFacts facts() {
        DatasetInfo info = info();
        return new DataFacts(
                info.name(),
                info.shape(),
                info.range(),
                info.classes(),
                info.targets(),
                train().size(),
                validation().size(),
                test().size(),
                unlabelled().map(Features::rows).orElse(0));
    }

    /** Lets go of files; nothing by default. */
    @Override
    default void close() {}
}
