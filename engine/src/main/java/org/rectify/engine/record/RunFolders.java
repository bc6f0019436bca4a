package org.rectify.engine.record;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;

/** Finds the folders of runs, those of studies' trials too. */
public final class RunFolders {

    private static final int DEEPEST = 8;

    private RunFolders() {}

    /**
     * The folders of runs in a folder, at any depth down to eight, in the order of their paths; links are not followed.
     *
     * @param folder that is looked through; itself where it is a run's
     * @throws RectifyException of the user's category if there is no such folder
     */
    public static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new RectifyException(
                    Category.USER, "there is no folder " + folder + "; accepted is one with runs in it");
        }
        Finder finder = new Finder();
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, finder);
        } catch (IOException unreadable) {
            throw new RectifyException(
                    Category.USER, "cannot look through " + folder + ": " + RunFiles.reason(unreadable), unreadable);
        }
        Collections.sort(finder.found);
        return List.copyOf(finder.found);
    }

    private static final class Finder extends SimpleFileVisitor<Path> {

        private final List<Path> found = new ArrayList<>();

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (RecordedRun.isRun(folder)) {
                found.add(folder);
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }
}
