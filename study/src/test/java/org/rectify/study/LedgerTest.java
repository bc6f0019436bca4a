package org.rectify.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rectify.api.error.RectifyException;
import org.rectify.study.ledger.Ledger;
import org.rectify.study.ledger.Ledger.Claim;
import org.rectify.study.ledger.Owner;

/** What processes read and write while they share a study. */
class LedgerTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void aTrialIsTakenByOneOwnerOnly() {
        try (Ledger one = open(elsewhere("a"), NOW);
                Ledger other = open(elsewhere("b"), NOW)) {
            one.enrol(Map.of("x", "trial x"));

            assertThat(one.claim(List.of("x"))).contains(new Claim("x", 1));
            assertThat(other.claim(List.of("x"))).isEmpty();
        }
    }

    @Test
    void aTrialIsTakenOverWhenItsLeaseRanOut() {
        try (Ledger one = open(elsewhere("a"), NOW);
                Ledger later = open(elsewhere("b"), NOW.plus(LEASE).plusSeconds(1))) {
            one.enrol(Map.of("x", "trial x"));
            Claim lost = one.claim(List.of("x")).orElseThrow();
            Claim taken = later.claim(List.of("x")).orElseThrow();

            one.finish(lost, "{}", 1);

            assertThat(taken.attempt()).isEqualTo(2);
            assertThat(one.holds(lost)).isFalse();
            assertThat(later.endedSince(0)).isEmpty();
            later.finish(taken, "{}", 2);
            assertThat(one.endedSince(0))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.seconds()).isEqualTo(2));
        }
    }

    @Test
    void aHeartbeatProlongsTheLease() {
        try (Ledger one = open(elsewhere("a"), NOW);
                Ledger beating = open(elsewhere("a"), NOW.plusSeconds(50));
                Ledger later = open(elsewhere("b"), NOW.plus(LEASE).plusSeconds(1))) {
            one.enrol(Map.of("x", "trial x"));
            assertThat(one.claim(List.of("x"))).isPresent();

            beating.heartbeat();

            assertThat(later.claim(List.of("x"))).isEmpty();
        }
    }

    @Test
    void aTrialOfAProcessThatIsGoneIsFreeAtOnce() {
        Owner self = Owner.current();
        Owner gone = new Owner(self.host(), 1L << 30, 1, 1);
        Owner sameNumber = new Owner(self.host(), self.process(), self.started() - 5000, 1);
        try (Ledger dead = open(gone, NOW);
                Ledger reused = open(sameNumber, NOW);
                Ledger here = open(self, NOW)) {
            dead.enrol(Map.of("x", "trial x", "y", "trial y"));
            assertThat(dead.claim(List.of("x"))).isPresent();
            assertThat(reused.claim(List.of("y"))).isPresent();

            assertThat(here.claim(List.of("x"))).contains(new Claim("x", 2));
            assertThat(here.claim(List.of("y"))).contains(new Claim("y", 2));
        }
    }

    @Test
    void whatIsGivenBackIsFreeAndWhatEndedStays() {
        try (Ledger one = open(elsewhere("a"), NOW);
                Ledger other = open(elsewhere("b"), NOW)) {
            one.enrol(Map.of("x", "trial x", "y", "trial y", "z", "trial z"));
            one.finish(one.claim(List.of("x")).orElseThrow(), "{}", 1);
            one.fail(one.claim(List.of("y")).orElseThrow(), "no data", 1);
            assertThat(one.claim(List.of("z"))).isPresent();

            one.release();

            assertThat(other.claim(List.of("x", "y", "z"))).contains(new Claim("z", 2));
            assertThat(other.endedSince(0)).extracting(Ledger.Entry::identity).containsExactly("x", "y");
            assertThat(other.endedSince(1)).extracting(Ledger.Entry::cause).containsExactly("no data");
            assertThat(other.retryFailed()).isEqualTo(1);
            assertThat(other.claim(List.of("y"))).contains(new Claim("y", 2));
        }
    }

    @Test
    void whatIsNoLedgerIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("ledger.sqlite"), "not a database, but long enough to be taken for one".repeat(50));

        assertThatThrownBy(() -> open(elsewhere("a"), NOW))
                .isInstanceOf(RectifyException.class)
                .hasMessageContainingAll("cannot open the ledger", "ledger.sqlite");
    }

    private Ledger open(Owner owner, Instant now) {
        return Ledger.open(folder.resolve("ledger.sqlite"), owner, LEASE, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Owner elsewhere(String host) {
        return new Owner(host, 7, 7, 7);
    }
}
