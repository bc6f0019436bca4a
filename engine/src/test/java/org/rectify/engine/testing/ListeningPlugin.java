package org.rectify.engine.testing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.listener.EndFacts;
import org.rectify.api.listener.EpochFacts;
import org.rectify.api.listener.ListenerFactory;
import org.rectify.api.listener.PretrainingFacts;
import org.rectify.api.listener.RunFacts;
import org.rectify.api.listener.RunListener;
import org.rectify.api.plugin.Plugin;

/** A plugin whose listener {@code witness} notes what it is told, and fails where it is asked to. */
public final class ListeningPlugin implements Plugin {

    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /** What a listener was told. */
    public record Call(String listener, String method, Object fact) {}

    /** What was told to all listeners, in order. */
    public List<Call> calls() {
        return calls;
    }

    /** The methods that were called, in order, without those of other listeners. */
    public List<String> methodsCalled(String listener) {
        return calls.stream()
                .filter(call -> call.listener().equals(listener))
                .map(Call::method)
                .toList();
    }

    /** What one method was told, in order. */
    public <T> List<T> told(String listener, Class<T> type) {
        return calls.stream()
                .filter(call -> call.listener().equals(listener))
                .map(Call::fact)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public List<ListenerFactory<?>> listeners() {
        return List.of(new Factory());
    }

    record Options(
            @Describe(value = "Under which its calls are noted.", defaultsTo = "it")
            String name,

            @Describe(value = "Whether it wants histograms.", defaultsTo = "false")
            boolean histograms,

            @Describe("The method that fails.") Optional<String> failsIn,

            @Describe(value = "Whether it fails with a message for the user.", defaultsTo = "false")
            boolean politely) {}

    private final class Factory implements ListenerFactory<Options> {

        @Override
        public String name() {
            return "witness";
        }

        @Override
        public Class<Options> options() {
            return Options.class;
        }

        @Override
        public RunListener create(Options options, ComponentContext context) {
            Witness witness = new Witness(options);
            witness.failIfAsked("create");
            return witness;
        }
    }

    private final class Witness implements RunListener {

        private final Options options;

        Witness(Options options) {
            this.options = options;
        }

        private void note(String method, Object fact) {
            calls.add(new Call(options.name(), method, fact));
            failIfAsked(method);
        }

        private void failIfAsked(String method) {
            if (options.failsIn().filter(method::equals).isPresent()) {
                throw options.politely()
                        ? new RectifyException(Category.USER, "the disk of " + options.name() + " is full")
                        : new IllegalStateException("lost the pen");
            }
        }

        @Override
        public boolean wantsHistograms() {
            failIfAsked("wantsHistograms");
            return options.histograms();
        }

        @Override
        public void started(RunFacts run) {
            note("started", run);
        }

        @Override
        public void layerLearned(PretrainingFacts layer) {
            note("layerLearned", layer);
        }

        @Override
        public void epochEnded(EpochFacts epoch) {
            note("epochEnded", epoch);
        }

        @Override
        public void ended(EndFacts end) {
            note("ended", end);
        }

        @Override
        public void failed(String message) {
            note("failed", message);
        }

        @Override
        public void close() {
            note("close", "");
        }
    }
}
