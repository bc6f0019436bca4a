package org.rectify.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What an archive may still unpack to. */
final class UnpackBudget {

    private static final long ALWAYS_GRANTED = 16L << 20;

    private final FetchLimits limits;
    private final long archiveBytes;
    private final long mostBytes;
    private long bytes;
    private int entries;

    UnpackBudget(FetchLimits limits, long archiveBytes) {
        this.limits = limits;
        this.archiveBytes = archiveBytes;
        this.mostBytes = Math.min(limits.unpackedBytes(), Math.max(ALWAYS_GRANTED, limits.ratio() * archiveBytes));
    }

    /** Counts one more file or folder. */
    void countEntry() throws IOException {
        entries++;
        if (entries > limits.entries()) {
            throw new TransferException("the archive is refused: it holds more than " + limits.entries() + " entries");
        }
    }

    /** The same stream, whose bytes are counted as they are read or skipped. */
    InputStream counting(InputStream stream) {
        return new Counting(stream);
    }

    private void count(long read) throws IOException {
        bytes += Math.max(0, read);
        if (bytes > mostBytes) {
            throw new TransferException("the archive is refused: its " + archiveBytes + " bytes unpack to more than "
                    + mostBytes + " bytes");
        }
    }

    private final class Counting extends FilterInputStream {

        Counting(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(read);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }
    }
}
