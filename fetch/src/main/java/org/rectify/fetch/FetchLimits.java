package org.rectify.fetch;

import java.time.Duration;

/**
 * What fetching puts up with.
 *
 * @param silence how long an address may send nothing, before its answer or within it
 * @param fileBytes the largest file of which no size is published
 * @param unpackedBytes the most that an archive may unpack to
 * @param entries the most files and folders that an archive may hold
 * @param ratio how many times its own size an archive may unpack to, where that is more than 16 MiB
 */
public record FetchLimits(Duration silence, long fileBytes, long unpackedBytes, int entries, int ratio) {

    private static final long GIBIBYTE = 1L << 30;

    /** A minute, 8 GiB, 64 GiB, two million entries, 200 times. */
    public static final FetchLimits STANDARD =
            new FetchLimits(Duration.ofMinutes(1), 8 * GIBIBYTE, 64 * GIBIBYTE, 2_000_000, 200);
}
