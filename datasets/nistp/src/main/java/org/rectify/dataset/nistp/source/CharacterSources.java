package org.rectify.dataset.nistp.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rectify.api.error.DataException;

/** Finds each kind of source. */
public final class CharacterSources {

    private CharacterSources() {}

    /**
     * Pen strokes, where the data directory holds {@code unipen/strokes.jsonl}.
     *
     * @param checksums gets the file's SHA-256
     * @throws DataException when it is damaged
     */
    public static Optional<SplitSources> strokes(Path dataDirectory, Map<String, String> checksums) {
        return StrokeSource.find(dataDirectory, checksums);
    }

    /**
     * Scanned characters, where the data directory's folder {@code nistp} or {@code nist} holds SD19's folder
     * {@code by_class} or the files of EMNIST by class; the former is taken where both are there.
     *
     * @param mostPerClass how many images of a class are read from SD19
     * @param checksums gets those of what is read
     * @throws DataException when a file is missing or damaged
     */
    public static Optional<SplitSources> nist(Path dataDirectory, int mostPerClass, Map<String, String> checksums) {
        List<Path> folders = List.of(dataDirectory.resolve("nistp"), dataDirectory.resolve("nist"));
        Stream<Optional<SplitSources>> scanned =
                folders.stream().map(folder -> NistFolders.find(folder, mostPerClass, checksums));
        Stream<Optional<SplitSources>> idx = folders.stream().map(folder -> Emnist.find(folder, checksums));
        return Stream.concat(scanned, idx).flatMap(Optional::stream).findFirst();
    }

    /**
     * Glyphs of the fonts that come with the program, of a folder, and of the system; all splits share them.
     *
     * @param folder searched for further fonts
     * @param system whether the folders where systems keep fonts are searched too
     * @param checksums gets those of the fonts used
     * @throws DataException when the folder holds none that can be used, or a damaged one
     */
    public static SplitSources fonts(Optional<Path> folder, boolean system, Map<String, String> checksums) {
        FontFiles files = new FontFiles(checksums);
        files.addBundled();
        int bundled = files.fonts().size();
        folder.ifPresent(files::addFolder);
        int own = files.fonts().size() - bundled;
        if (system) {
            files.addSystem(FontFiles.systemFolders());
        }
        int found = files.fonts().size() - bundled - own;
        String description = "glyphs, shared by all splits: " + bundled + " bundled fonts (SIL Open Font License 1.1)"
                + folder.map(path -> ", " + own + " fonts of " + path).orElse("")
                + (system ? ", " + found + " fonts of the system, " : ", ") + files.passedOver() + " files passed over";
        FontSource source = new FontSource(files.fonts());
        return new SplitSources(description, source, source, source);
    }
}
