package org.rectify.api.listener;

/**
 * Who is told how a run goes: a tracker, a notifier. Told facts, never live arrays; changes nothing.
 *
 * <p>Calls come one after another from one thread. What it throws ends the run as a fault of its plugin, but for a {@link
 * org.rectify.api.error.RectifyException}, which reaches the user as it is; after that it is told nothing more and closed.
 *
 * @since 0.2
 */
public interface RunListener extends AutoCloseable {

    /** Whether {@link EpochFacts#histograms()} are to be computed for it; asked once, before the run begins. */
    default boolean wantsHistograms() {
        return false;
    }

    /** The run has begun; its data are open, nothing has been learned. */
    default void started(RunFacts run) {}

    /** An epoch of pre-training of one layer is over. */
    default void layerLearned(PretrainingFacts layer) {}

    /** An epoch of fine-tuning, or a part of it between two checks, is over and measured. */
    default void epochEnded(EpochFacts epoch) {}

    /** The run has ended, be it by divergence. */
    default void ended(EndFacts end) {}

    /**
     * The run has failed; nothing more is told.
     *
     * @param message what the user is told
     */
    default void failed(String message) {}

    /** Lets go of files and connections; called once if the run began, after {@link #ended} or {@link #failed}. */
    @Override
    default void close() {}
}
