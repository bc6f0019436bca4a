package org.rectify.kernels.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Work shared out over threads. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TeamTest {

    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    @ParameterizedTest(name = "{0} members, {1} rounds")
    @CsvSource({"1, 5000", "2, 5000", "4, 1000", "7, 300"})
    void everyPartIsDoneExactlyOnce(int members, int rounds) {
        int[] sizes = {0, 1, 2, 3, members, 17, 200};
        AtomicIntegerArray done = new AtomicIntegerArray(200);
        Team.Work work = (part, member) -> done.incrementAndGet(part);
        try (Team team = new Team(members)) {
            for (int round = 0; round < rounds; round++) {
                int parts = sizes[round % sizes.length];
                team.run(work, parts);
                for (int part = 0; part < 200; part++) {
                    assertThat(done.getAndSet(part, 0))
                            .as("part %s of %s in round %s", part, parts, round)
                            .isEqualTo(part < parts ? 1 : 0);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7})
    void aMemberIsOneThreadAndTheFirstIsTheCaller(int members) {
        Set<Thread>[] threads = threadsByMember(members);
        try (Team team = new Team(members)) {
            assertThat(team.members()).isEqualTo(members);
            for (int round = 0; round < 100; round++) {
                team.run((part, member) -> threads[member].add(Thread.currentThread()), 100);
            }
        }
        // on a busy machine the others may be done before the caller has begun
        assertThat(threads[0]).isSubsetOf(Thread.currentThread());
        for (int member = 1; member < members; member++) {
            assertThat(threads[member]).hasSizeLessThanOrEqualTo(1).doesNotContain(Thread.currentThread());
        }
    }

    @SuppressWarnings("unchecked")
    private static Set<Thread>[] threadsByMember(int members) {
        Set<Thread>[] threads = new Set[members];
        for (int member = 0; member < members; member++) {
            threads[member] = ConcurrentHashMap.newKeySet();
        }
        return threads;
    }

    /** What one member wrote without any synchronisation, every member reads in the round that follows. */
    @Test
    void aRoundSeesWhatTheRoundBeforeWrote() {
        int[] numbers = new int[64];
        try (Team team = new Team(2)) {
            for (int round = 1; round <= 2000; round++) {
                int previous = round - 1;
                team.run(
                        (part, member) -> {
                            for (int number : numbers) {
                                if (number != previous) {
                                    throw new IllegalStateException("stale: " + number + " for " + previous);
                                }
                            }
                        },
                        8);
                team.run((part, member) -> numbers[part]++, numbers.length);
            }
        }
        assertThat(numbers).containsOnly(2000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7})
    void aFailureReachesTheCallerAndTheTeamWorksOn(int members) {
        RuntimeException exception = new IllegalStateException("part 13");
        Error error = new AssertionError("part 0");
        try (Team team = new Team(members)) {
            for (int round = 0; round < 20; round++) {
                assertThatThrownBy(() -> team.run(failingAt(13, exception), 50)).isSameAs(exception);
                assertThatThrownBy(() -> team.run(failingAt(0, error), 50)).isSameAs(error);
                assertThatThrownBy(() -> team.run(failingAt(0, error), 1)).isSameAs(error);
                assertWorks(team);
            }
        }
    }

    private static Team.Work failingAt(int failing, Throwable thrown) {
        return (part, member) -> {
            if (part == failing) {
                TeamTest.<RuntimeException>sneak(thrown);
            }
        };
    }

    /** Languages without checked exceptions throw them anywhere. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aMemberSurvivesWhateverAPartThrows(int failing) {
        for (Throwable thrown :
                List.of(new Exception("undeclared"), new RuntimeException(), new StackOverflowError())) {
            CountDownLatch failed = new CountDownLatch(1);
            try (Team team = new Team(2)) {
                Team.Work work = (part, member) -> {
                    if (member == failing) {
                        failed.countDown();
                        TeamTest.<RuntimeException>sneak(thrown);
                    }
                    awaitZero(failed);
                };
                assertThatThrownBy(() -> team.run(work, 50)).isSameAs(thrown);
                assertWorks(team);
            }
        }
    }

    private static void assertWorks(Team team) {
        AtomicIntegerArray done = new AtomicIntegerArray(50);
        Set<Integer> members = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(team.members());
        team.run(
                (part, member) -> {
                    done.incrementAndGet(part);
                    if (members.add(member)) {
                        all.countDown();
                    }
                    awaitZero(all);
                },
                50);
        for (int part = 0; part < 50; part++) {
            assertThat(done.get(part)).isEqualTo(1);
        }
    }

    private static void awaitZero(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.yield();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void idleMembersParkAndWakeForWork(int members) {
        Set<Thread> before = helpers();
        try (Team team = new Team(members)) {
            List<Thread> helpers = startedSince(before);
            assertThat(helpers).hasSize(members - 1);
            for (int round = 0; round < 5; round++) {
                await(helpers, helper -> helper.getState() == Thread.State.WAITING, "parked");
                int[] done = new int[50];
                team.run((part, member) -> done[part]++, 50);
                assertThat(done).containsOnly(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 7})
    void closingEndsTheThreadsWhetherTheyParkOrNot(int members) {
        for (boolean parked : new boolean[] {false, true}) {
            Set<Thread> before = helpers();
            Team team = new Team(members);
            List<Thread> helpers = startedSince(before);
            team.run((part, member) -> {}, 50);
            if (parked) {
                await(helpers, helper -> helper.getState() == Thread.State.WAITING, "parked");
            }
            team.close();
            await(helpers, helper -> !helper.isAlive(), "ended");
        }
    }

    private static Set<Thread> helpers() {
        Set<Thread> helpers = ConcurrentHashMap.newKeySet();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("rectify-team-")) {
                helpers.add(thread);
            }
        }
        return helpers;
    }

    private static List<Thread> startedSince(Set<Thread> before) {
        return helpers().stream().filter(helper -> !before.contains(helper)).toList();
    }

    private static void await(List<Thread> threads, Predicate<Thread> condition, String state) {
        long start = System.nanoTime();
        while (!threads.stream().allMatch(condition)) {
            assertThat(System.nanoTime() - start)
                    .as("time until all threads have %s", state)
                    .isLessThan(PATIENCE);
            Thread.onSpinWait();
        }
    }
}
