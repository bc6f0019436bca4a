package org.rectify.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files unpacked from an archive, and the list of them that says so. */
final class UnpackedFiles {

    private static final String SEPARATOR = "\t";

    private final Path folder;
    private final String archive;
    private final Path list;

    /**
     * @param folder where the files lie, with the folders of the archive
     * @param archive its name
     */
    UnpackedFiles(Path folder, String archive) {
        this.folder = folder;
        this.archive = archive;
        this.list = folder.resolve(archive + ".unpacked");
    }

    /** Whether every file of the list is there, with the size it had. */
    boolean arePresent() throws IOException {
        if (!Files.exists(list)) {
            return false;
        }
        for (String line : Files.readAllLines(list)) {
            int end = line.indexOf(SEPARATOR);
            Path file = folder.resolve(line.substring(end + 1));
            if (!Files.isRegularFile(file)
                    || !String.valueOf(Files.size(file)).equals(line.substring(0, Math.max(end, 0)))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Unpacks an archive beside the folder's files, then moves them there.
     *
     * @throws IOException when the archive is damaged, or holds what no archive of data should; nothing is left of it then
     * @throws FetchException when files of other content stand where its own go; they are left alone
     */
    void takeFrom(Path content, FetchLimits limits) throws IOException, FetchException {
        Path temporary = Files.createTempDirectory(folder, ".unpacking-");
        try {
            new Archive(content, temporary, limits).unpack(archive);
            List<Path> files = files(temporary);
            requireRoom(temporary, files);
            StringBuilder lines = new StringBuilder();
            for (Path file : files) {
                Path target = folder.resolve(file);
                Files.createDirectories(target.resolveSibling("."));
                lines.append(Files.size(temporary.resolve(file)))
                        .append(SEPARATOR)
                        .append(file)
                        .append('\n');
                Files.move(temporary.resolve(file), target, StandardCopyOption.REPLACE_EXISTING);
            }
            Path written = Files.writeString(temporary.resolve("list"), lines);
            Files.move(written, list, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(temporary);
        }
    }

    /** Files below a folder, relative to it, in the order of their names. */
    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile)
                    .map(below::relativize)
                    .sorted()
                    .toList();
        }
    }

    private void requireRoom(Path temporary, List<Path> files) throws IOException, FetchException {
        List<String> occupied = new ArrayList<>();
        for (Path file : files) {
            Path target = folder.resolve(file);
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                    && (!Files.isRegularFile(target) || Files.mismatch(temporary.resolve(file), target) >= 0)) {
                occupied.add(target.toString());
            }
        }
        if (!occupied.isEmpty()) {
            throw new FetchException("its files cannot be unpacked: " + String.join(", ", occupied)
                    + (occupied.size() == 1 ? " lies" : " lie")
                    + " there already, with other content; move that away to have the published one");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
