package org.rectify.engine.guard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Ways in which a method of a plugin can fail without giving anything back. */
enum Fault {
    /** A mistake in its code. */
    THROWS("throws java.lang.IllegalStateException: out of luck") {
        @Override
        void strike() {
            throw new IllegalStateException("out of luck");
        }
    },
    /** A recursion without end. */
    OVERFLOWS("throws java.lang.StackOverflowError") {
        @Override
        void strike() {
            List<Object> snake = new ArrayList<>();
            snake.add(snake);
            throw new IllegalStateException("a list that holds itself has the hash " + snake.hashCode());
        }
    },
    /** A class that was not shipped. */
    LACKS_A_CLASS("throws java.lang.NoClassDefFoundError: com/example/Missing") {
        @Override
        void strike() {
            throw new NoClassDefFoundError("com/example/Missing");
        }
    },
    /** More memory than there is. */
    RUNS_OUT_OF_MEMORY("throws java.lang.OutOfMemoryError") {
        @Override
        void strike() {
            long[][] hoard = new long[1 << 20][];
            for (int i = 0; i < hoard.length; i++) {
                hoard[i] = new long[1 << 28];
            }
        }
    },
    /** An exception of several lines that no signature declares. */
    THROWS_SNEAKILY("throws java.io.IOException: first line second line") {
        @Override
        void strike() {
            throw Fault.<RuntimeException>sneaky(new IOException("first line\n\tsecond line"));
        }
    },
    /** An exception none of whose methods can be relied on. */
    IS_HOSTILE("throws org.rectify.engine.guard.HostileException") {
        @Override
        void strike() {
            throw new HostileException();
        }
    };

    private final String message;

    Fault(String message) {
        this.message = message;
    }

    /** What the user is told of it, behind the name of the method. */
    String message() {
        return message;
    }

    /** Fails. */
    abstract void strike();

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
