package org.rectify.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.record.RunDirectory;

/**
 * A run directory on its way: {@code NAME.partial} until it is whole, so that what is called {@code NAME} always is.
 *
 * <p>Safe for use by several threads: whoever ends the process may discard what another thread still writes to.
 */
public final class PartialRun {

    private final Path whole;
    private final Path partial;

    private PartialRun(Path whole) {
        this.whole = whole;
        this.partial = partialOf(whole);
    }

    /** Where a run directory is while it is made. */
    static Path partialOf(Path whole) {
        return whole.resolveSibling(whole.getFileName() + ".partial");
    }

    /**
     * Gets ready to make a run directory.
     *
     * @throws RectifyException of category {@code USER} if there is one of that name, whole or partial
     */
    public static PartialRun of(Path directory) {
        PartialRun run = new PartialRun(directory.toAbsolutePath().normalize());
        for (Path taken : new Path[] {run.whole, run.partial}) {
            if (Files.exists(taken, LinkOption.NOFOLLOW_LINKS)) {
                throw new RectifyException(
                        Category.USER,
                        taken + " exists, and no trial is written over another; remove it, or choose another folder");
            }
        }
        return run;
    }

    /** Makes it, and nobody else at the same time. */
    public RunDirectory make() {
        return RunDirectory.createAt(partial);
    }

    /**
     * Gives it its name, now that it is whole.
     *
     * @throws RectifyException of category {@code USER} if something has taken the name
     */
    public void publish() {
        try {
            Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new RectifyException(Category.USER, "cannot rename " + partial + " to " + whole, e);
        }
    }

    /** Removes what is left of it, unless it was published. */
    public void discard() {
        StudyDirectory.delete(partial);
    }
}
