package org.rectify.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * An archive from an address that is not trusted.
 *
 * <p>Its entries are plain files and folders below the folder it is unpacked into, each file once; whatever else it holds
 * (links, devices, absolute paths, {@code ..}) and whatever exceeds the limits refuses it as a whole.
 */
final class Archive {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private final Path content;
    private final Path folder;
    private final UnpackBudget budget;

    /**
     * @param content the archive
     * @param folder empty; files are written below it
     */
    Archive(Path content, Path folder, FetchLimits limits) throws IOException {
        this.content = content;
        this.folder = folder;
        this.budget = new UnpackBudget(limits, Files.size(content));
    }

    /**
     * Unpacks all of it.
     *
     * @param name tells by its ending what kind of archive it is
     * @throws IOException when it is damaged, of no known kind, or refused; files may have been written by then
     */
    void unpack(String name) throws IOException {
        String ending = name.toLowerCase(Locale.ROOT);
        try {
            if (ending.endsWith(".zip")) {
                unzip();
            } else if (ending.endsWith(".tar")) {
                try (InputStream tar = Files.newInputStream(content)) {
                    untar(new BufferedInputStream(tar));
                }
            } else if (ending.endsWith(".tar.gz") || ending.endsWith(".tgz")) {
                try (InputStream compressed = Files.newInputStream(content)) {
                    untar(new GZIPInputStream(compressed, 1 << 16));
                }
            } else {
                throw new TransferException("no archive of a known kind: zip, tar, tar.gz, tgz");
            }
        } catch (TransferException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new TransferException("the archive is damaged: " + e.getMessage(), e);
        }
    }

    private void unzip() throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(content).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.isUnixSymlink()) {
                    throw refused(entry.getName(), "is a link");
                }
                if (!zip.canReadEntryData(entry)) {
                    throw refused(entry.getName(), "is encrypted or compressed in an unusual way");
                }
                try (InputStream stream = budget.counting(zip.getInputStream(entry))) {
                    take(entry.getName(), entry.isDirectory(), stream);
                }
            }
        }
    }

    private void untar(InputStream stream) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(budget.counting(stream))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isSymbolicLink() || entry.isLink()) {
                    throw refused(entry.getName(), "is a link");
                }
                boolean plain =
                        entry.getLinkFlag() == TarConstants.LF_NORMAL || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
                if (!plain && !entry.isDirectory() || entry.isSparse()) {
                    throw refused(entry.getName(), "is neither a plain file nor a folder");
                }
                take(entry.getName(), entry.isDirectory(), tar);
            }
        }
    }

    private void take(String name, boolean isFolder, InputStream stream) throws IOException {
        budget.countEntry();
        Path target = place(name);
        if (isFolder) {
            Files.createDirectories(target);
            return;
        }
        if (target.equals(folder)) {
            throw refused(name, "has no name");
        }
        Files.createDirectories(target.resolveSibling("."));
        try (OutputStream output =
                Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            stream.transferTo(output);
        } catch (FileAlreadyExistsException e) {
            throw new TransferException("the archive is refused: it holds '" + printable(name) + "' twice", e);
        }
    }

    /** The path of an entry below the folder, which names of other systems must not leave either. */
    private Path place(String name) throws IOException {
        boolean isOdd = name.chars().anyMatch(Character::isISOControl) || name.indexOf('\\') >= 0;
        if (isOdd || name.startsWith("/") || DRIVE.matcher(name).matches()) {
            throw refused(name, "is no path below the folder");
        }
        Path target = folder;
        for (String step : name.split("/", -1)) {
            if (step.equals("..")) {
                throw refused(name, "is no path below the folder");
            }
            target = step.isEmpty() || step.equals(".") ? target : target.resolve(step);
        }
        return target;
    }

    private static TransferException refused(String name, String what) {
        return new TransferException("the archive is refused: its entry '" + printable(name) + "' " + what);
    }

    private static String printable(String name) {
        String shown = name.length() <= 200 ? name : name.substring(0, 200) + "...";
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
