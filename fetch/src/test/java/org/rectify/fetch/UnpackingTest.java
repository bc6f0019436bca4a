package org.rectify.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rectify.api.dataset.RemoteFile;
import org.rectify.api.error.DataException;
import org.rectify.fetch.FetchTests.Letters;
import org.rectify.fetch.FetchTests.Told;

/** Archives that are fetched, honest and hostile ones; a hostile one leaves nothing behind. */
class UnpackingTest {

    @TempDir
    private Path data;

    private final Told told = new Told();

    @ParameterizedTest
    @ValueSource(strings = {"set.zip", "set.tar", "set.tar.gz", "set.TGZ"})
    void filesAreUnpackedWithTheirFoldersAndTheArchiveIsGone(String name) throws IOException {
        byte[] archive = archive(name, "./batches/one", "batches/deep/two", "three");
        try (Mirror mirror = Mirror.of(archive)) {
            fetch(mirror, name, archive);
            fetch(mirror, name, archive);

            assertThat(mirror.requests()).hasSize(1);
        }
        assertThat(told.lines).endsWith("fetched " + name, "present " + name);
        assertThat(FetchTests.below(data.resolve("letters")))
                .containsExactly(
                        "batches/", "batches/deep/", "batches/deep/two", "batches/one", name + ".unpacked", "three");
        assertThat(data.resolve("letters/batches/one")).hasContent("content of ./batches/one");
        assertThat(data.resolve("letters/" + name + ".unpacked"))
                .hasContent("27\tbatches/deep/two\n24\tbatches/one\n16\tthree\n");
    }

    @Test
    void anArchiveIsFetchedAgainWhenOneOfItsFilesIsGone() throws IOException {
        byte[] archive = zip("one", "two");
        try (Mirror mirror = Mirror.of(archive)) {
            fetch(mirror, "set.zip", archive);
            Files.delete(data.resolve("letters/two"));
            fetch(mirror, "set.zip", archive);

            assertThat(mirror.requests()).hasSize(2);
        }
        assertThat(data.resolve("letters/two")).hasContent("content of two");
    }

    @Test
    void filesOfOtherContentAreLeftAlone() throws IOException {
        Path own = Files.createDirectories(data.resolve("letters")).resolve("two");
        Files.writeString(own, "mine");
        byte[] archive = zip("one", "two");
        try (Mirror mirror = Mirror.of(archive)) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> fetch(mirror, "set.zip", archive))
                    .withMessageContaining(own + " lies there already, with other content");
        }
        assertThat(FetchTests.below(data)).containsExactly("letters/", "letters/two");
        assertThat(own).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/evil", "C:/evil", "a\\..\\evil", "a/..", "a\nb"})
    void pathsThatCouldLeaveTheFolderAreRefused(String entry) throws IOException {
        assertRefused("set.zip", zip("good", entry), "is no path below the folder");
        assertRefused("set.tar", tar("good", entry), "is no path below the folder");
    }

    @Test
    void linksAreRefused() throws IOException {
        for (byte type : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK}) {
            TarArchiveEntry link = new TarArchiveEntry("link", type);
            link.setLinkName("../..");
            assertRefused("set.tar", tar(link), "its entry 'link' is a link");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry link = new ZipArchiveEntry("link");
            link.setUnixMode(UnixStat.LINK_FLAG | 0777);
            zip.putArchiveEntry(link);
            zip.write("/etc".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        assertRefused("set.zip", bytes.toByteArray(), "its entry 'link' is a link");
    }

    @Test
    void devicesAreRefused() throws IOException {
        assertRefused(
                "set.tar",
                tar(new TarArchiveEntry("null", TarConstants.LF_CHR)),
                "its entry 'null' is neither a plain file nor a folder");
    }

    @Test
    void aFileThatComesTwiceIsRefused() throws IOException {
        assertRefused("set.tar", tar("one", "two", "./one"), "it holds './one' twice");
    }

    @Test
    void bombsAreRefused() throws IOException {
        byte[] zeros = new byte[1 << 20];
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(zipped)) {
            zip.putArchiveEntry(new ZipArchiveEntry("zeros"));
            for (int i = 0; i < 40; i++) {
                zip.write(zeros);
            }
            zip.closeArchiveEntry();
        }
        assertRefused("set.zip", zipped.toByteArray(), "bytes unpack to more than 16777216 bytes");

        ByteArrayOutputStream tarred = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(tarred))) {
            TarArchiveEntry entry = new TarArchiveEntry("zeros");
            entry.setSize(40L * zeros.length);
            tar.putArchiveEntry(entry);
            for (int i = 0; i < 40; i++) {
                tar.write(zeros);
            }
            tar.closeArchiveEntry();
        }
        assertRefused("set.tar.gz", tarred.toByteArray(), "bytes unpack to more than 16777216 bytes");
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        String[] names = new String[101];
        Arrays.setAll(names, i -> "file-" + i);
        assertRefused("set.zip", zip(names), "it holds more than 100 entries");
    }

    @Test
    void damagedArchivesAreRefused() throws IOException {
        byte[] archive = archive("set.tar.gz", "one", "two");
        assertRefused("set.tar.gz", Arrays.copyOf(archive, archive.length - 30), "the archive is damaged: ");
        assertRefused("set.zip", FetchTests.bytes(1000), "the archive is damaged: ");
        assertRefused("set.tar", FetchTests.bytes(1000), "the archive is damaged: ");
        assertRefused("set.rar", FetchTests.bytes(1000), "no archive of a known kind: zip, tar, tar.gz, tgz");
    }

    private void assertRefused(String name, byte[] archive, String reason) throws IOException {
        try (Mirror mirror = Mirror.of(archive)) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> fetch(mirror, name, archive))
                    .withMessageContaining(reason);
        }
        assertThat(FetchTests.below(data)).containsExactly("letters/");
    }

    private void fetch(Mirror mirror, String name, byte[] archive) {
        RemoteFile file =
                new RemoteFile(name, List.of(mirror.address(name)), archive.length, FetchTests.sha256(archive), true);
        new Fetcher(data, List.of(), FetchTests.LIMITS, told).fetch(new Letters(List.of(file)));
    }

    private static byte[] archive(String name, String... entries) throws IOException {
        if (name.endsWith(".zip")) {
            return zip(entries);
        }
        byte[] tar = tar(entries);
        if (name.endsWith(".tar")) {
            return tar;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(tar);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putArchiveEntry(new ZipArchiveEntry(entry));
                zip.write(("content of " + entry).getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(String... entries) throws IOException {
        return tar(Arrays.stream(entries)
                .map(entry -> new TarArchiveEntry(entry, TarConstants.LF_NORMAL, true))
                .toArray(TarArchiveEntry[]::new));
    }

    private static byte[] tar(TarArchiveEntry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (TarArchiveEntry entry : entries) {
                byte[] content = ("content of " + entry.getName()).getBytes(StandardCharsets.UTF_8);
                entry.setSize(entry.getLinkFlag() == TarConstants.LF_NORMAL ? content.length : 0);
                tar.putArchiveEntry(entry);
                if (entry.getSize() > 0) {
                    tar.write(content);
                }
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
