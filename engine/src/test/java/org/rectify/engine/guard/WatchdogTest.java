package org.rectify.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private final PluginCalls calls = new PluginCalls();
    private final Guard guard =
            new Guard(calls, "slow", "slow.jar", "activation", "dozy", WatchdogTest.class.getClassLoader());
    private final List<String> told = new ArrayList<>();
    private final Watchdog watchdog = Watchdog.asleep(calls, told::add);

    @Test
    void namesACallThatDoesNotReturnOnceAMinute() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> guard.run("value", () -> {
            inside.countDown();
            await(end);
        }));
        thread.start();
        inside.await();

        for (int second = 0; second <= 125; second++) {
            watchdog.look(TimeUnit.SECONDS.toNanos(second));
        }
        end.countDown();
        thread.join();

        assertThat(told)
                .containsExactly(
                        "activation 'dozy' of plugin slow: value() has not returned for 60 s",
                        "activation 'dozy' of plugin slow: value() has not returned for 120 s");
    }

    @Test
    void aCallBackIntoTheEngineIsASignOfLife() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch callBack = new CountDownLatch(1);
        CountDownLatch calledBack = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(() -> guard.run("pretrain", () -> {
            first.countDown();
            await(callBack);
            guard.engine(() -> {});
            calledBack.countDown();
            await(end);
        }));
        thread.start();
        first.await();
        watchdog.look(0);
        watchdog.look(TimeUnit.SECONDS.toNanos(59));
        callBack.countDown();
        calledBack.await();

        watchdog.look(TimeUnit.SECONDS.toNanos(60));
        watchdog.look(TimeUnit.SECONDS.toNanos(119));
        assertThat(told).isEmpty();
        watchdog.look(TimeUnit.SECONDS.toNanos(120));
        end.countDown();
        thread.join();

        assertThat(told).hasSize(1);
    }

    @Test
    void callsThatReturnAreNotTold() {
        for (int second = 0; second < 200; second++) {
            guard.run("value", () -> {});
            watchdog.look(TimeUnit.SECONDS.toNanos(second));
        }

        assertThat(told).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
