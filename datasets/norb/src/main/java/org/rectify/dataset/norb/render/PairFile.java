package org.rectify.dataset.norb.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.formats.ByteCache;
import org.rectify.dataset.formats.Checksums;
import org.rectify.dataset.formats.MappedFeatures;
import org.rectify.dataset.formats.MappedRows;

/**
 * A split's rendered pairs in a cache file, named after the split and all that decides its bytes.
 *
 * @param streams from which its examples are drawn
 * @param split its name
 * @param toys that it shows
 * @param clutter whether they stand before clutter
 * @param parameters all that decides its bytes, but for its size
 */
record PairFile(RandomStreams streams, String split, Toys toys, boolean clutter, String parameters) {

    /** Pairs rendered by one thread without looking at the others. */
    private static final int BATCH = 16;

    /** Pairs rendered before they are written. */
    private static final int BLOCK = 64 * BATCH;

    /** The split; its file is rendered where it is missing or damaged (item 52: a byte v stands for v / 127.5 - 1). */
    Split split(Path folder, int size) {
        String fingerprint = split + "\n" + size + "\n" + parameters;
        Path file = folder.resolve(split + "-" + Checksums.sha256(fingerprint).substring(0, 16) + ".bytes");
        MappedRows rows = ByteCache.of(file, fingerprint, size, PairRenderer.BYTES, sink -> {
                    render(size, sink);
                    return parameters;
                })
                .rows();
        return new LabelledSplit(new MappedFeatures(rows, 0, size, 1 / 127.5, -1), Example::label);
    }

    /** Renders all pairs in order, on all cores. */
    private void render(int size, ByteCache.Sink sink) throws IOException {
        byte[] block = new byte[Math.min(size, BLOCK) * PairRenderer.BYTES];
        for (int first = 0; first < size; first += BLOCK) {
            int start = first;
            int pairs = Math.min(BLOCK, size - first);
            IntStream.rangeClosed(0, (pairs - 1) / BATCH).parallel().forEach(batch -> {
                int from = batch * BATCH;
                render(start, from, Math.min(pairs, from + BATCH), block);
            });
            sink.append(block, 0, pairs * PairRenderer.BYTES);
        }
    }

    /** Renders some pairs of the block that begins with example {@code start}. */
    private void render(int start, int from, int to, byte[] block) {
        PairRenderer renderer = new PairRenderer(streams, split, toys, clutter);
        for (int pair = from; pair < to; pair++) {
            renderer.render(start + pair, block, pair * PairRenderer.BYTES);
        }
    }
}
