package org.rectify.engine.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.error.Category;
import org.rectify.api.error.DataException;
import org.rectify.api.error.RectifyException;

/**
 * The border between the engine and one component of a plugin.
 *
 * <p>Whatever is thrown behind it leaves as a {@link PluginFault} that names plugin, component and method, except what a
 * plugin says on purpose to the user (a {@link RectifyException} about the user's input, data or divergence), and what the
 * engine itself threw when it was called back.
 */
public final class Guard {

    private static final int MOST_CAUSES = 50;

    /** What a plugin may say of others than itself. */
    private static final Set<Category> DELIBERATE = EnumSet.of(Category.USER, Category.DATA, Category.DIVERGED);

    private final PluginCalls calls;
    private final String plugin;
    private final String location;
    private final String kind;
    private final String name;
    private final ClassLoader loader;

    /**
     * The border of a component.
     *
     * @param calls are told of every call
     * @param plugin its id
     * @param location where it was loaded from
     * @param kind of the component, as users write it
     * @param name of the component
     * @param loader of the plugin's classes
     */
    public Guard(PluginCalls calls, String plugin, String location, String kind, String name, ClassLoader loader) {
        this.calls = calls;
        this.plugin = plugin;
        this.location = location;
        this.kind = kind;
        this.name = name;
        this.loader = loader;
    }

    Call method(String method) {
        return new Call(this, method);
    }

    Slot slot() {
        return calls.slot();
    }

    /**
     * The result of a call, which may be null; for calls that are few, since this one allocates.
     *
     * @param method its name
     */
    public <T extends @Nullable Object> T call(String method, Supplier<T> call) {
        Slot slot = calls.slot();
        Call outer = slot.enter(method(method));
        boolean interrupted = Thread.currentThread().isInterrupted();
        try {
            return ContextClassLoader.during(loader, call);
        } catch (Throwable e) {
            throw fault(method, e);
        } finally {
            slot.leave(outer);
            if (outer == null && !interrupted) {
                // The engine interrupts no thread: the plugin did, and what waits next would take it for an end.
                Thread.interrupted();
            }
        }
    }

    /** The result of a call that must not be null. */
    public <T> T ask(String method, Supplier<? extends @Nullable T> call) {
        T result = this.<@Nullable T>call(method, call::get);
        if (result == null) {
            throw fault(method, "gives null");
        }
        return result;
    }

    /** The elements of a list that was given; neither it nor any of them may be null. */
    public <T> List<T> list(String method, Supplier<? extends @Nullable List<? extends @Nullable T>> call) {
        // Copied behind the guard: the list is the plugin's code as well.
        List<? extends @Nullable T> given = ask(method, () -> copy(call.get()));
        List<T> elements = new ArrayList<>();
        for (T element : given) {
            if (element == null) {
                throw fault(method, "gives a list with null in it");
            }
            elements.add(element);
        }
        return Collections.unmodifiableList(elements);
    }

    private static <T extends @Nullable Object> @Nullable List<T> copy(@Nullable List<? extends T> list) {
        return list == null ? null : new ArrayList<>(list);
    }

    /** A call without a result. */
    public void run(String method, Runnable call) {
        call(method, () -> {
            call.run();
            return true;
        });
    }

    /** A call that may refuse what it is handed, with an {@link IllegalArgumentException} that is no fault of the plugin. */
    void refusing(String method, Runnable call) {
        IllegalArgumentException refusal = this.<@Nullable IllegalArgumentException>call(method, () -> {
            try {
                call.run();
                return null;
            } catch (IllegalArgumentException e) {
                return e;
            }
        });
        if (refusal != null) {
            throw refusal;
        }
    }

    /** The entries of a map that was given, in its order; none may be null. */
    <T> Map<String, T> entries(String method, Supplier<? extends @Nullable Map<String, T>> call) {
        Map<String, T> entries = ask(method, () -> {
            Map<String, T> given = call.get();
            return given == null ? null : new LinkedHashMap<>(given);
        });
        entries.forEach((key, value) -> {
            if (key == null || value == null) {
                throw fault(method, "gives null for '" + key + "'");
            }
        });
        return Collections.unmodifiableMap(entries);
    }

    /** What the engine does when the component calls it back: a sign of life, and nothing the component is to blame for. */
    <T> T engine(Supplier<T> work) {
        Slot slot = calls.slot();
        Call outer = slot.enter(null);
        try {
            return ContextClassLoader.during(Guard.class.getClassLoader(), work);
        } catch (Throwable e) {
            thrownByEngine(e);
            throw e;
        } finally {
            slot.leave(outer);
        }
    }

    /** The engine threw this when the component called it back. */
    void thrownByEngine(Throwable thrown) {
        calls.thrownByEngine(thrown);
    }

    /** Whether this is no plugin's own word: the engine threw it, or found it to be the fault of a plugin. */
    boolean isOfEngine(Throwable thrown) {
        return thrown instanceof PluginFault || calls.isOfEngine(thrown);
    }

    /** The same where nothing is given back. */
    void engine(Runnable work) {
        engine(() -> {
            work.run();
            return true;
        });
    }

    /**
     * The fault of a call that returned.
     *
     * @param what completes a sentence whose subject is the method
     */
    public PluginFault fault(String method, String what) {
        return new PluginFault(message(method, PluginText.line(what)), null);
    }

    /**
     * What leaves the border when something was thrown behind it.
     *
     * @return to be thrown
     */
    public RuntimeException fault(String method, Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (isOfEngine(cause)) {
                throw Guard.<RuntimeException>raise(cause);
            }
            cause = Thrown.cause(cause);
        }
        Thrown copy = Thrown.of(thrown);
        RuntimeException deliberate = thrown instanceof RectifyException said ? deliberate(said, copy) : null;
        return deliberate == null ? new PluginFault(message(method, "throws " + copy.line()), copy) : deliberate;
    }

    /** What a plugin says to the user on purpose, in the engine's own words; null where it says it to nobody in particular. */
    private static @Nullable RuntimeException deliberate(RectifyException said, Thrown copy) {
        if (said instanceof InvalidOptionException refusal) {
            if (refusal.option() == null || refusal.accepted() == null) {
                return null;
            }
            RuntimeException same = new InvalidOptionException(
                    PluginText.line(refusal.option()),
                    PluginText.line(refusal.found()),
                    PluginText.line(refusal.accepted()));
            same.setStackTrace(copy.getStackTrace());
            return same;
        }
        if (!DELIBERATE.contains(said.category()) || said.getMessage().equals("null")) {
            return null;
        }
        String message = said.getMessage().lines().map(PluginText::line).collect(Collectors.joining("\n"));
        return said instanceof DataException
                ? new DataException(message, copy)
                : new RectifyException(said.category(), message, copy);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T raise(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private String message(String method, String what) {
        return "plugin " + plugin + " (" + location + "), " + kind + " '" + name + "': " + method + "() " + what;
    }

    /** The component and its plugin, for people. */
    @Override
    public String toString() {
        return kind + " '" + name + "' of plugin " + plugin;
    }
}
