package org.rectify.api.executor;

import java.util.List;
import java.util.Map;

/**
 * A trial as data: all that is needed to run it anywhere.
 *
 * @param name unique in the study
 * @param identity of its content, hexadecimal: equal trials have equal identities
 * @param experiment fully resolved, HOCON, which alone determines the result
 * @param plugins that the experiment's components come from
 * @param data SHA-256 of the files of its data set, by path; empty where it is generated
 * @param resources it needs
 * @param attempt from 1
 * @since 0.2
 */
public record TrialSpec(
        String name,
        String identity,
        String experiment,
        List<RequiredPlugin> plugins,
        Map<String, String> data,
        Resources resources,
        int attempt) {

    /** Copies the collections. */
    public TrialSpec {
        plugins = List.copyOf(plugins);
        data = Map.copyOf(data);
    }
}
