package org.rectify.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rectify.api.error.Category;
import org.rectify.api.error.DataException;
import org.rectify.api.error.RectifyException;
import org.rectify.api.executor.RequiredPlugin;
import org.rectify.engine.component.PluginIdentity;

/** Whether a trial has what it was planned with: the same plugins and the same data, never silently another version. */
final class Requirements {

    private static final int MOST_SHOWN = 5;
    private static final String PARAMETERS = "parameters";

    private Requirements() {}

    /**
     * Refuses other plugins than the ones planned with.
     *
     * @param found further ones do no harm
     * @throws RectifyException of category {@code PLUGIN} that names each plugin, both sums, and where both are
     */
    static void requirePlugins(List<RequiredPlugin> planned, List<PluginIdentity> found) {
        Map<String, PluginIdentity> byId = found.stream()
                .collect(Collectors.toMap(PluginIdentity::id, plugin -> plugin, (first, second) -> first));
        List<String> differences = new ArrayList<>();
        for (RequiredPlugin plugin : planned) {
            PluginIdentity same = byId.get(plugin.id());
            String wanted =
                    "version " + plugin.version() + ", sha256 " + plugin.sha256() + " (" + plugin.location() + ")";
            if (same == null) {
                differences.add("plugin " + plugin.id() + " is not loaded; the trial was planned with " + wanted);
            } else if (!same.sha256().equals(plugin.sha256())) {
                differences.add("plugin " + plugin.id() + " is version " + same.version() + ", sha256 " + same.sha256()
                        + " (" + same.location() + "); the trial was planned with " + wanted);
            }
        }
        if (!differences.isEmpty()) {
            throw new RectifyException(Category.PLUGIN, String.join("\n", differences));
        }
    }

    /**
     * Refuses other files than the ones planned with. Machines keep data in different places: files are the same if they
     * are so below the folder that all of them share.
     *
     * @param planned SHA-256 by path
     * @param found likewise
     * @throws DataException that names the files, and both sums
     */
    static void requireData(Map<String, String> planned, Map<String, String> found) {
        Map<String, String> wanted = belowSharedFolder(planned);
        Map<String, String> there = belowSharedFolder(found);
        TreeSet<String> files = new TreeSet<>(wanted.keySet());
        files.addAll(there.keySet());
        List<String> differences = new ArrayList<>();
        for (String file : files) {
            String sum = there.getOrDefault(file, "missing");
            String wantedSum = wanted.getOrDefault(file, "missing");
            if (!sum.equals(wantedSum)) {
                differences.add(file + " is " + sum + ", and was " + wantedSum);
            }
        }
        if (!differences.isEmpty()) {
            int more = differences.size() - MOST_SHOWN;
            throw new DataException("the data is not the one that the trial was planned with, by its SHA-256: "
                    + differences.stream().limit(MOST_SHOWN).collect(Collectors.joining("; "))
                    + (more > 0 ? "; and " + more + " more" : ""));
        }
    }

    /** The files among the checksums of a data set; a generator's parameters follow from experiment, seed and plugin. */
    static Map<String, String> files(Map<String, String> checksums) {
        Map<String, String> files = new TreeMap<>(checksums);
        files.remove(PARAMETERS);
        return files;
    }

    private static Map<String, String> belowSharedFolder(Map<String, String> checksums) {
        Map<String, String> files = files(checksums);
        int shared = files.keySet().stream()
                .map(Requirements::portable)
                .filter(Requirements::isAbsolute)
                .reduce(Requirements::sharedBeginning)
                .map(beginning -> beginning.lastIndexOf('/') + 1)
                .orElse(0);
        Map<String, String> relative = new TreeMap<>();
        files.forEach((file, sum) -> {
            String path = portable(file);
            relative.put(isAbsolute(path) ? path.substring(shared) : path, sum);
        });
        return relative;
    }

    private static String portable(String path) {
        return path.replace('\\', '/');
    }

    private static boolean isAbsolute(String path) {
        return path.matches("([A-Za-z]:)?/.*");
    }

    private static String sharedBeginning(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }
}
