package org.rectify.dataset.nistp.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rectify.api.error.DataException;
import org.rectify.dataset.formats.Checksums;

/** Gathers fonts: those that come with the program, those of a folder, those of the system. */
final class FontFiles {

    /** The fonts that come with the program; each has its licence beside it. */
    static final List<String> BUNDLED = List.of(
            "AnnieUseYourTelescope",
            "ArchitectsDaughter",
            "CoveredByYourGrace",
            "GloriaHallelujah",
            "GochiHand",
            "IndieFlower",
            "Lato",
            "Neuton",
            "NothingYouCouldDo",
            "ShadowsIntoLight");

    private static final long LARGEST_FILE = 4 << 20;
    private static final int DEPTH = 8;

    private final Map<String, String> checksums;
    private final Set<String> seen = new HashSet<>();
    private final List<byte[][]> fonts = new ArrayList<>();
    private int passedOver;

    /**
     * @param checksums gets those of the fonts that are used
     */
    FontFiles(Map<String, String> checksums) {
        this.checksums = checksums;
    }

    /** The fonts gathered so far: of each, by class, 32 x 32 bytes. */
    List<byte[][]> fonts() {
        return List.copyOf(fonts);
    }

    /** How many files were found that lack characters, are larger than 4 MiB, or are damaged files of the system. */
    int passedOver() {
        return passedOver;
    }

    /** Adds the fonts that come with the program. */
    void addBundled() {
        for (String name : BUNDLED) {
            add("bundled font " + name + ".ttf", bundled(name));
        }
    }

    static byte[] bundled(String name) {
        String resource = "fonts/" + name + ".ttf";
        try (InputStream stream = FontFiles.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(stream, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds the fonts of a folder and of those below it.
     *
     * @throws DataException when it is no folder, holds no further font with all characters, or holds a damaged one
     */
    void addFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataException(folder + ": no such folder; fonts must name one with .ttf or .otf files");
        }
        int before = fonts.size();
        for (Path file : files(folder)) {
            add(file.toString(), content(file));
        }
        if (fonts.size() == before) {
            throw new DataException(folder
                    + ": no .ttf or .otf file with all of 0-9, A-Z and a-z, besides fonts that are there anyway");
        }
    }

    /** Adds what lies in the folders where systems keep fonts; files that cannot be used are passed over. */
    void addSystem(Stream<Path> folders) {
        folders.filter(Files::isDirectory)
                .flatMap(folder -> files(folder).stream())
                .forEach(this::addIfUsable);
    }

    private void addIfUsable(Path file) {
        try {
            add(file.toString(), content(file));
        } catch (DataException e) {
            passedOver++;
        }
    }

    /** The folders where Linux, macOS and Windows keep fonts. */
    static Stream<Path> systemFolders() {
        Path home = Path.of(System.getProperty("user.home", "."));
        Stream<String> fixed = Stream.of(
                "/usr/share/fonts",
                "/usr/local/share/fonts",
                "/Library/Fonts",
                "/System/Library/Fonts",
                "C:\\Windows\\Fonts");
        Stream<String> own =
                Stream.of(".fonts", ".local/share/fonts", "Library/Fonts", "AppData/Local/Microsoft/Windows/Fonts");
        return Stream.concat(fixed.map(Path::of), own.map(home::resolve));
    }

    private void add(String name, byte[] content) {
        String checksum = Checksums.sha256(content);
        if (!seen.contains(checksum)) {
            Optional<byte[][]> glyphs = FontReader.read(name, content);
            if (glyphs.isPresent()) {
                seen.add(checksum);
                checksums.put(name, checksum);
                fonts.add(glyphs.get());
            } else {
                passedOver++;
            }
        }
    }

    private static byte[] content(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The font files below a folder in the order of their paths; folders that may not be read are left out. */
    private List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                    if (attributes.isRegularFile() && (name.endsWith(".ttf") || name.endsWith(".otf"))) {
                        collect(file, attributes.size());
                    }
                    return FileVisitResult.CONTINUE;
                }

                private void collect(Path file, long size) {
                    if (size <= LARGEST_FILE) {
                        files.add(file);
                    } else {
                        passedOver++;
                    }
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new DataException(folder + ": cannot be read: " + e.getMessage(), e);
        }
        files.sort(null);
        return files;
    }
}
