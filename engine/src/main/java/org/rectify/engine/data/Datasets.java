package org.rectify.engine.data;

import java.util.List;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.Kind;
import org.rectify.engine.config.Suggestions;

/** The data sets that plugins bring. */
public final class Datasets {

    private Datasets() {}

    /**
     * The data set of a name or alias.
     *
     * @throws RectifyException of category {@code USER} with the nearest name when there is none
     */
    public static DatasetFactory<?> named(String name, ComponentRegistry registry) {
        return registry.find(Kind.DATASET, name)
                .<DatasetFactory<?>>map(found -> found.factory())
                .orElseThrow(() -> {
                    List<String> names = registry.acceptedNames(Kind.DATASET);
                    return new RectifyException(
                            Category.USER,
                            "no data set is named '" + name + "'; "
                                    + (names.isEmpty() ? "no plugin brings one" : Suggestions.help(name, names)));
                });
    }
}
