package org.rectify.api.executor;

/**
 * What a trial needs of the machine that runs it.
 *
 * @param threads that compute
 * @param megabytes of memory, by estimate: data, parameters and the Java machine
 * @since 0.2
 */
public record Resources(int threads, long megabytes) {

    /** Refuses less than one thread or megabyte. */
    public Resources {
        if (threads < 1 || megabytes < 1) {
            throw new IllegalArgumentException(threads + " threads, " + megabytes + " MB: must be at least 1 each");
        }
    }
}
