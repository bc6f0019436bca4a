package org.rectify.study.ledger;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process that takes trials.
 *
 * @param host its machine
 * @param process its number there
 * @param started when it began, in milliseconds: numbers are given again
 * @param use tells several uses in one process apart
 */
public record Owner(String host, long process, long started, long use) {

    private static final String SEPARATOR = "|";
    private static final int PARTS = 4;

    /** This process. */
    public static Owner current() {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(hostName(), self.pid(), started(self), System.nanoTime());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** As it stands in the ledger. */
    String text() {
        return String.join(SEPARATOR, host, Long.toString(process), Long.toString(started), Long.toString(use));
    }

    /** Whether an owner was a process of this machine that has ended. */
    boolean knowsToBeGone(@Nullable String other) {
        List<String> parts = other == null ? List.of() : List.of(other.split("\\|", -1));
        if (parts.size() != PARTS || !parts.get(0).equals(host)) {
            return false;
        }
        Optional<ProcessHandle> same = ProcessHandle.of(Long.parseLong(parts.get(1)));
        return same.isEmpty() || !same.get().isAlive() || started(same.get()) != Long.parseLong(parts.get(2));
    }
}
