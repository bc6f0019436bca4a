package org.rectify.dataset.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rectify.api.error.DataException;

/** Finds the files of a data set, each plain or gzipped. */
public final class DataFiles {

    static final String GZIP_ENDING = ".gz";

    private DataFiles() {}

    /**
     * Finds all files of a data set in one folder; the plain file is taken where both forms lie there.
     *
     * @param dataset its name in messages
     * @param names without {@code .gz}
     * @param remedy how to get the files, for the user; may have several lines
     * @return the path of each name, in the order of names
     * @throws DataException that lists all missing files, when one is missing
     */
    public static List<Path> find(String dataset, Path folder, List<String> names, String remedy) {
        List<Path> found = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            Path plain = folder.resolve(name);
            Path gzipped = folder.resolve(name + GZIP_ENDING);
            if (Files.isRegularFile(plain)) {
                found.add(plain);
            } else if (Files.isRegularFile(gzipped)) {
                found.add(gzipped);
            } else {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            throw new DataException(message(dataset, folder, names.size(), missing, remedy));
        }
        return found;
    }

    private static String message(String dataset, Path folder, int needed, List<String> missing, String remedy) {
        StringBuilder message = new StringBuilder();
        message.append(dataset)
                .append(": ")
                .append(missing.size())
                .append(" of ")
                .append(needed);
        message.append(" files are missing in ").append(folder.toAbsolutePath().normalize());
        message.append(Files.isDirectory(folder) ? ":" : " (no such folder):");
        for (String name : missing) {
            message.append("\n  ").append(name).append(" or ").append(name).append(GZIP_ENDING);
        }
        return message.append("\n").append(remedy).toString();
    }
}
