package com.example;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.rectify.api.activation.ActivationFactory;
import org.rectify.api.activation.Activations;
import org.rectify.api.activation.FunctionActivationFactory;
import org.rectify.api.plugin.Plugin;

/** Activations that do to their process what no component may. */
public final class Misbehaving implements Plugin {

    private static final AtomicInteger THREADS = new AtomicInteger();

    /** Exits where the program is told to have it exit, and prints in any case. */
    public Misbehaving() {
        System.out.println("being made");
        if (System.getenv("MISBEHAVING_EXITS") != null) {
            System.exit(0);
        }
    }

    @Override
    public List<ActivationFactory<?>> activations() {
        return List.of(
                after("exits", () -> System.exit(0)),
                after("exits-elsewhere", Misbehaving::exitElsewhere),
                after("prints", () -> System.out.println("forty-two")),
                after("blocks", Misbehaving::block),
                after("hoards", Misbehaving::hoard),
                after("dies-elsewhere", Misbehaving::dieElsewhere),
                after("exits-reflectively", Misbehaving::exitReflectively),
                after("throws", () -> {
                    throw new IllegalStateException("out of luck");
                }));
    }

    private static FunctionActivationFactory after(String name, Runnable misdeed) {
        return Activations.elementwise(
                name,
                z -> {
                    misdeed.run();
                    return z;
                },
                (z, a) -> 1);
    }

    private static void exitElsewhere() {
        Thread thread = new Thread(() -> Runtime.getRuntime().exit(0));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void dieElsewhere() {
        if (THREADS.incrementAndGet() > 100) {
            return;
        }
        Thread thread = new Thread(
                () -> {
                    throw new IllegalStateException("out of luck");
                },
                "own");
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void exitReflectively() {
        try {
            System.class.getMethod("exit", int.class).invoke(null, 0);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void block() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    private static void hoard() {
        long[][] hoard = new long[1 << 20][];
        for (int i = 0; i < hoard.length; i++) {
            hoard[i] = new long[1 << 20];
        }
    }
}
