package org.rectify.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ThrownTest {

    @Test
    void tellsWhatWasThrownWithItsTraceAndItsCause() {
        IllegalStateException cause = new IllegalStateException("out of luck");
        Thrown copy = Thrown.of(new RuntimeException(null, cause));

        assertThat(copy.line())
                .isEqualTo("java.lang.RuntimeException, caused by java.lang.IllegalStateException: out of luck");
        assertThat(copy.getStackTrace()[0].getMethodName()).isEqualTo("tellsWhatWasThrownWithItsTraceAndItsCause");
        assertThat(trace(copy)).contains("Caused by: java.lang.IllegalStateException: out of luck");
    }

    @Test
    void asksNothingTwiceOfWhatIsHostile() {
        RuntimeException thrown = new RuntimeException("seen", new HostileException());
        thrown.addSuppressed(new HostileException());

        Thrown copy = Thrown.of(thrown);

        assertThat(copy.line()).isEqualTo("java.lang.RuntimeException: seen");
        assertThat(trace(copy))
                .contains("Caused by: " + HostileException.class.getName())
                .contains("Suppressed: " + HostileException.class.getName());
    }

    @Test
    void endsWhereCausesDoNot() {
        Throwable chain = new IllegalStateException("the root");
        for (int i = 0; i < 100_000; i++) {
            chain = new IllegalStateException(null, chain);
        }
        RuntimeException first = new RuntimeException("first");
        RuntimeException second = new RuntimeException("second", first);
        first.initCause(second);

        assertThat(trace(Thrown.of(chain))).isNotEmpty();
        assertThat(trace(Thrown.of(second))).contains("second", "first");
    }

    @Test
    void isOneLineOfBearableLengthThatSteersNoTerminal() {
        String text = "red \u001b[31m\n\u009b2J\u2028 \u202e" + " \n".repeat(5_000_000) + "x".repeat(1_000_000);

        assertThat(CompletableFuture.supplyAsync(
                        () -> Thrown.of(new RuntimeException(text)).line()))
                .succeedsWithin(Duration.ofSeconds(5))
                .asString()
                .startsWith("java.lang.RuntimeException: red [31m 2J ")
                .hasSizeLessThan(500)
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028]");
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
