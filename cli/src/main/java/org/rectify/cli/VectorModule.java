package org.rectify.cli;

import java.lang.reflect.InvocationTargetException;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Java's vector instructions, which the fast backend is written with and which no Java since 17 loads unasked.
 *
 * <p>The documented way, {@code --add-modules}, makes every start print a warning about incubator modules that no option
 * silences, and that costs a user attention and nothing else. The module is therefore loaded the way Java loads the
 * modules of its own agents, into the running virtual machine and before any class that refers to it; compiled code is
 * the same. Where a Java refuses, or the option was given, nothing is lost: the engine asks for the classes themselves.
 */
final class VectorModule {

    static final String NAME = "jdk.incubator.vector";

    private static final Logger LOG = LoggerFactory.getLogger(VectorModule.class);

    private VectorModule() {}

    /** Loads the module if this Java has it and lets it be loaded. */
    static void load() {
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
        } catch (ReflectiveOperationException e) {
            Throwable reason = e instanceof InvocationTargetException thrown ? thrown.getCause() : e;
            LOG.info("the module {} could not be loaded", NAME, reason);
        }
    }

    /** Width in bits of the vectors this processor computes best with; empty without the module. */
    static OptionalInt bits() {
        try {
            Object shape = Class.forName(NAME + ".VectorShape")
                    .getMethod("preferredShape")
                    .invoke(null);
            return OptionalInt.of(
                    (int) shape.getClass().getMethod("vectorBitSize").invoke(shape));
        } catch (ReflectiveOperationException e) {
            return OptionalInt.empty();
        }
    }
}
