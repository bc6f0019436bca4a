package org.rectify.api.dataset;

import java.util.List;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.facts.DataFacts;

/**
 * A named maker of data sets. Making one reads or generates its examples, or prepares to.
 *
 * @since 0.1
 */
public interface DatasetFactory<O extends Record> extends ComponentFactory<Dataset, O> {

    /** The name of its folder below the data directory, where fetched files are put; that of the data set by default. */
    default String folder() {
        return name();
    }

    /**
     * The files that can be fetched for it into its folder of the data directory; none by default. Archives are unpacked
     * there with the folders they hold.
     */
    default List<RemoteFile> remoteFiles() {
        return List.of();
    }

    /**
     * Says how files of one's own are put in place by hand: which names, in which folder; whole sentences, or empty where
     * the data set needs no file.
     */
    default String filesByHand() {
        return "";
    }

    /**
     * Says what the data set finds, for {@code rectify validate}: its shape, its classes, how many examples.
     *
     * <p>Makes the data set and looks, unless overridden; one whose making takes long, or much memory, looks at less.
     *
     * @throws org.rectify.api.error.DataException when files are missing or damaged
     * @since 0.2
     */
    default DataFacts describe(O options, ComponentContext context) {
        try (Dataset dataset = create(options, context)) {
            return dataset.facts();
        }
    }
}
