package org.rectify.dataset.norb.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.Checksums;

/**
 * Toys read from OBJ models in the folders animal, human, plane, truck and car of one folder.
 *
 * <p>In the order of file names, the first, third, ... of a category are for training and validation, the others for the
 * test.
 */
final class ModelFolder {

    private static final String ENDING = ".obj";

    private final Map<ToyCategory, List<Mesh>> training = new EnumMap<>(ToyCategory.class);
    private final Map<ToyCategory, List<Mesh>> test = new EnumMap<>(ToyCategory.class);
    private final Map<String, String> checksums = new TreeMap<>();
    private String identity = "";

    private ModelFolder() {}

    /**
     * Reads all models.
     *
     * @throws DataException when a category has fewer than two models, or a model is damaged
     */
    static ToyBox read(Path folder) {
        ModelFolder models = new ModelFolder();
        for (ToyCategory category : ToyCategory.all()) {
            models.read(category, folder.resolve(category.label()));
        }
        return new ToyBox(
                new Toys(models.training), new Toys(models.test), "OBJ models " + models.identity, models.checksums);
    }

    private void read(ToyCategory category, Path folder) {
        List<Path> files = files(folder);
        if (files.size() < 2) {
            throw new DataException(folder + ": " + files.size()
                    + " models, must be at least 2 files *.obj, one for training and one for the test; norb-rendered needs such a"
                    + " folder for each of "
                    + String.join(
                            ", ",
                            ToyCategory.labels().subList(0, ToyCategory.all().size())));
        }
        List<List<Mesh>> halves = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < files.size(); i++) {
            byte[] content = content(files.get(i));
            String checksum = Checksums.sha256(content);
            checksums.put(files.get(i).toString(), checksum);
            // Names count by their order alone, so that a copy of the folder elsewhere gives the same pictures.
            identity = Checksums.sha256(identity + category.label() + checksum);
            halves.get(i % 2).add(ObjReader.read(files.get(i), content));
        }
        training.put(category, List.copyOf(halves.get(0)));
        test.put(category, List.copyOf(halves.get(1)));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataException(folder + ": cannot be listed: " + e, e);
        }
    }

    private static byte[] content(Path file) {
        try {
            long bytes = Files.size(file);
            if (bytes > ObjReader.LARGEST_FILE) {
                throw new DataException(file + ": " + bytes + " bytes, must be at most " + ObjReader.LARGEST_FILE);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e, e);
        }
    }
}
