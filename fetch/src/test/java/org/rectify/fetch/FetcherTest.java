package org.rectify.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.dataset.RemoteFile;
import org.rectify.api.error.DataException;
import org.rectify.fetch.FetchTests.Letters;
import org.rectify.fetch.FetchTests.Told;

/** Fetching over sockets, from servers that behave and servers that do not. */
class FetcherTest {

    private static final byte[] CONTENT = FetchTests.bytes(300_000);

    @TempDir
    private Path data;

    private final Told told = new Told();

    @Test
    void aVerifiedFileIsPutInTheFolderOfItsDataSet() throws IOException {
        try (Mirror mirror = Mirror.of(CONTENT)) {
            fetch(FetchTests.file("a.gz", CONTENT, mirror.address("x/a.gz")));

            assertThat(mirror.requests()).containsExactly("/x/a.gz");
        }
        assertThat(FetchTests.below(data)).containsExactly("letters/", "letters/a.gz");
        assertThat(data.resolve("letters/a.gz")).hasBinaryContent(CONTENT);
        assertThat(told.lines).containsExactly("started a.gz at 0", "fetched a.gz");
        assertThat(told.bytes).isEqualTo(CONTENT.length);
    }

    @Test
    void addressesAreAskedInOrderUntilOneHasTheFile() throws IOException {
        try (Mirror empty = Mirror.empty();
                Mirror mirror = Mirror.of(CONTENT);
                Mirror unasked = Mirror.of(CONTENT)) {
            fetch(FetchTests.file(
                    "a", CONTENT, Mirror.dead(), empty.address("a"), mirror.address("a"), unasked.address("a")));

            assertThat(unasked.requests()).isEmpty();
        }
        assertThat(told.lines)
                .containsExactly("failed connection refused", "failed HTTP status 404", "started a at 0", "fetched a");
    }

    @Test
    void mirrorsOfTheUserAreAskedInsteadOfThePublishedAddresses() throws IOException {
        try (Mirror published = Mirror.of(CONTENT);
                Mirror own = Mirror.of(CONTENT)) {
            RemoteFile file = FetchTests.file("a b.gz", CONTENT, published.address("a"));
            new Fetcher(data, List.of(own.address("sets/letters")), FetchTests.LIMITS, told)
                    .fetch(new Letters(List.of(file)));

            assertThat(published.requests()).isEmpty();
            assertThat(own.requests()).containsExactly("/sets/letters/a%20b.gz");
        }
        assertThat(data.resolve("letters/a b.gz")).hasBinaryContent(CONTENT);
    }

    @Test
    void anErrorTellsOfEveryAddressAndOfTheWayByHand() throws IOException {
        URI dead = Mirror.dead();
        try (Mirror empty = Mirror.empty();
                Mirror mirror = Mirror.of(CONTENT)) {
            RemoteFile lost = FetchTests.file("lost", CONTENT, dead, empty.address("lost"));
            RemoteFile found = FetchTests.file("found", CONTENT, mirror.address("found"));

            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> fetch(lost, found))
                    .withMessage("""
                            alphabet: 1 of 2 files are not fetched into %s:
                              lost
                                %s: connection refused
                                %s: HTTP status 404
                            Put your own into the folder letters.""".formatted(data.resolve("letters"), dead, empty.address("lost")));
        }
        assertThat(FetchTests.below(data)).containsExactly("letters/", "letters/found");
    }

    @Test
    void aDownloadGoesOnWhereAnEarlierOneEnded() throws IOException {
        Path part = leftBehind(Arrays.copyOf(CONTENT, 120_000));
        try (Mirror mirror = Mirror.of(CONTENT)) {
            fetch(FetchTests.file("a", CONTENT, mirror.address("a")));

            assertThat(mirror.requests()).containsExactly("/a bytes=120000-");
        }
        assertThat(told.lines).containsExactly("started a at 120000", "fetched a");
        assertThat(data.resolve("letters/a")).hasBinaryContent(CONTENT);
        assertThat(part).doesNotExist();
    }

    @Test
    void aDownloadThatWasCompleteIsOnlyVerified() throws IOException {
        leftBehind(CONTENT);
        try (Mirror mirror = Mirror.of(CONTENT)) {
            fetch(FetchTests.file("a", CONTENT, mirror.address("a")));

            assertThat(mirror.requests()).isEmpty();
        }
        assertThat(data.resolve("letters/a")).hasBinaryContent(CONTENT);
    }

    @Test
    void aServerThatDoesNotGoOnIsReadFromTheBeginning() throws IOException {
        leftBehind(Arrays.copyOf(CONTENT, 120_000));
        try (Mirror mirror = Mirror.withoutRanges(CONTENT)) {
            fetch(FetchTests.file("a", CONTENT, mirror.address("a")));

            assertThat(mirror.requests()).containsExactly("/a bytes=120000-");
        }
        assertThat(told.lines).containsExactly("started a at 0", "fetched a");
        assertThat(data.resolve("letters/a")).hasBinaryContent(CONTENT);
    }

    @Test
    void aServerThatRefusesTheRangeIsAskedForTheWhole() throws IOException {
        leftBehind(Arrays.copyOf(CONTENT, 120_000));
        try (Mirror whole = Mirror.of(CONTENT);
                Mirror mirror = new Mirror(exchange -> {
                    boolean ranged = exchange.getRequestHeaders().containsKey("Range");
                    exchange.sendResponseHeaders(ranged ? 416 : 200, ranged ? -1 : CONTENT.length);
                    if (!ranged) {
                        exchange.getResponseBody().write(CONTENT);
                    }
                })) {
            fetch(FetchTests.file("a", CONTENT, mirror.address("a"), whole.address("a")));

            assertThat(mirror.requests()).containsExactly("/a bytes=120000-", "/a");
            assertThat(whole.requests()).isEmpty();
        }
        assertThat(data.resolve("letters/a")).hasBinaryContent(CONTENT);
    }

    @Test
    void theRestOfAnotherFileIsNoticedAndTheWholeIsRead() throws IOException {
        leftBehind(new byte[120_000]);
        try (Mirror mirror = Mirror.of(CONTENT)) {
            fetch(FetchTests.file("a", CONTENT, mirror.address("a")));

            assertThat(mirror.requests()).containsExactly("/a bytes=120000-", "/a");
        }
        assertThat(data.resolve("letters/a")).hasBinaryContent(CONTENT);
    }

    @Test
    void withoutAChecksumNothingIsGoneOnFrom() throws IOException {
        leftBehind(new byte[1000]);
        try (Mirror mirror = Mirror.of(CONTENT)) {
            fetch(new RemoteFile("a", List.of(mirror.address("a")), 0, "", false));

            assertThat(mirror.requests()).containsExactly("/a");
        }
        assertThat(data.resolve("letters/a")).hasBinaryContent(CONTENT);
    }

    @Test
    void aBodyThatBreaksOffIsCompletedByTheNextMirror() throws IOException {
        try (Mirror broken = Mirror.breakingOff(CONTENT, 200_000);
                Mirror mirror = Mirror.of(CONTENT)) {
            fetch(FetchTests.file("a", CONTENT, broken.address("a"), mirror.address("a")));

            assertThat(mirror.requests()).hasSize(1);
        }
        assertThat(data.resolve("letters/a")).hasBinaryContent(CONTENT);
        assertThat(FetchTests.below(data)).containsExactly("letters/", "letters/a");
    }

    @Test
    void aBodyThatBreaksOffEverywhereIsAnErrorAndNoFile() throws IOException {
        try (Mirror broken = Mirror.breakingOff(CONTENT, 200_000)) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> fetch(FetchTests.file("a", CONTENT, broken.address("a"))))
                    .withMessageContaining(broken.address("a") + ": it broke off: ");
        }
        assertThat(data.resolve("letters/a")).doesNotExist();
    }

    @Test
    void otherContentIsRefusedAndRemoved() throws IOException {
        byte[] other = CONTENT.clone();
        other[150_000]++;
        try (Mirror mirror = Mirror.of(other)) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> fetch(FetchTests.file("a", CONTENT, mirror.address("a"))))
                    .withMessageContaining("not the published file: its SHA-256 is " + FetchTests.sha256(other)
                            + ", not " + FetchTests.sha256(CONTENT));
            assertThat(mirror.requests()).hasSize(1);
        }
        assertThat(FetchTests.below(data)).containsExactly("letters/");
    }

    @Test
    void aFileOfAnotherSizeIsNotEvenRead() throws IOException {
        try (Mirror mirror = Mirror.of(FetchTests.bytes(300_001))) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> fetch(FetchTests.file("a", CONTENT, mirror.address("a"))))
                    .withMessageContaining("it offers 300001 bytes, and the file has 300000");
        }
        assertThat(told.lines).noneMatch(line -> line.startsWith("started"));
        assertThat(FetchTests.below(data)).containsExactly("letters/");
    }

    @Test
    void noMoreIsReadThanTheFileHas() throws IOException {
        try (Mirror endless = endless()) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> fetch(FetchTests.file("a", CONTENT, endless.address("a"))))
                    .withMessageContaining("it sends more than 300000 bytes: too large");
        }
        assertThat(told.bytes).isLessThanOrEqualTo(300_000);
        assertThat(FetchTests.below(data)).containsExactly("letters/");
    }

    @Test
    void aFileOfUnknownSizeMayNotBeHuge() throws IOException {
        try (Mirror endless = endless()) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> fetch(new RemoteFile("a", List.of(endless.address("a")), 0, "", false)))
                    .withMessageContaining("it sends more than 1048576 bytes: too large");
        }
        assertThat(FetchTests.below(data)).containsExactly("letters/");
    }

    private static Mirror endless() throws IOException {
        return new Mirror(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(CONTENT);
            }
        });
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        try (Mirror silent = new Mirror(exchange -> {
                    exchange.sendResponseHeaders(200, CONTENT.length);
                    exchange.getResponseBody().write(CONTENT, 0, 1000);
                    exchange.getResponseBody().flush();
                    await(end);
                });
                Mirror mute = new Mirror(exchange -> await(end))) {
            FetchLimits hasty = new FetchLimits(Duration.ofSeconds(1), 1 << 20, 1 << 20, 10, 10);
            RemoteFile file =
                    new RemoteFile("a", List.of(silent.address("a"), mute.address("a")), CONTENT.length, "", false);

            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> new Fetcher(data, List.of(), hasty, told).fetch(new Letters(List.of(file))))
                    .withMessageContaining(silent.address("a") + ": it sent nothing for 1 seconds")
                    .withMessageContaining(mute.address("a") + ": no answer in time");
            end.countDown();
        }
        assertThat(FetchTests.below(data)).containsExactly("letters/");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void redirectionsStayOnTheWeb() throws IOException {
        Path secret = Files.writeString(data.resolve("secret"), "not for you");
        try (Mirror mirror = Mirror.of(CONTENT);
                Mirror elsewhere = redirecting(mirror.address("there").toString());
                Mirror inward = redirecting(secret.toUri().toString())) {
            fetch(FetchTests.file("a", CONTENT, elsewhere.address("a")));
            assertThat(mirror.requests()).containsExactly("/there");

            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> fetch(FetchTests.file("b", CONTENT, inward.address("b"), secret.toUri())))
                    .withMessageContaining(": HTTP status 302, a redirection to " + secret.toUri())
                    .withMessageContaining(secret.toUri() + ": neither http nor https");
        }
    }

    private static Mirror redirecting(String location) throws IOException {
        return new Mirror(exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    @Test
    void whatIsThereAndRightIsNotFetchedAgain() throws IOException {
        try (Mirror mirror = Mirror.of(CONTENT)) {
            RemoteFile file = FetchTests.file("a", CONTENT, mirror.address("a"));
            fetch(file);
            fetch(file);

            assertThat(mirror.requests()).hasSize(1);
        }
        assertThat(told.lines).endsWith("fetched a", "present a");
    }

    @Test
    void whatIsThereAndAnotherFileIsLeftAlone() throws IOException {
        Path own = Files.createDirectories(data.resolve("letters")).resolve("a");
        Files.writeString(own, "mine");
        try (Mirror mirror = Mirror.of(CONTENT)) {
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> fetch(FetchTests.file("a", CONTENT, mirror.address("a"))))
                    .withMessageContaining("lies there already, and is not the published file: it has 4 bytes, not"
                            + " 300000; move it away to have it fetched");
            assertThat(mirror.requests()).isEmpty();
        }
        assertThat(own).hasContent("mine");
    }

    private Path leftBehind(byte[] content) throws IOException {
        return Files.write(Files.createDirectories(data.resolve("letters")).resolve("a.part"), content);
    }

    private void fetch(RemoteFile... files) {
        new Fetcher(data, List.of(), FetchTests.LIMITS, told).fetch(new Letters(List.of(files)));
    }
}
