package org.rectify.dataset.nistp;

import java.util.stream.IntStream;
import org.rectify.api.dataset.ByteFeatures;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.random.RandomStream;
import org.rectify.api.random.RandomStreams;
import org.rectify.dataset.nistp.distortion.Pipeline;
import org.rectify.dataset.nistp.image.Canvas;
import org.rectify.dataset.nistp.source.SourceMix;

/**
 * Computes example i of a split from the seed and i alone: what came before, and on which thread, changes nothing.
 *
 * @param split names the streams of its examples
 */
record Generator(SourceMix sources, Pipeline pipeline, RandomStreams streams, String split) {

    /** Larger splits are computed as they are needed. */
    static final int MOST_KEPT = 1_000_000;

    private static final int PIECE = 256;

    /** The class of an example. */
    int label(int example) {
        return sources.drawClass(streams.stream(split, example));
    }

    /**
     * Makes an example.
     *
     * @param canvas gets its image
     * @return its class
     */
    int generate(int example, Canvas canvas) {
        RandomStream random = streams.stream(split, example);
        int characterClass = sources.draw(random, canvas.pixels());
        pipeline.apply(canvas, random);
        return characterClass;
    }

    /** So many examples, made at once by all processors and kept as bytes, or made as they are needed. */
    Split examples(int size) {
        return size <= MOST_KEPT ? kept(size) : new LabelledSplit(new StreamedFeatures(this, size), this::label);
    }

    private Split kept(int size) {
        byte[] pixels = new byte[Math.multiplyExact(size, Canvas.PIXELS)];
        byte[] labels = new byte[size];
        IntStream.range(0, (size + PIECE - 1) / PIECE).parallel().forEach(piece -> {
            Canvas canvas = new Canvas();
            for (int i = piece * PIECE; i < Math.min(size, (piece + 1) * PIECE); i++) {
                labels[i] = (byte) generate(i, canvas);
                canvas.copyTo(pixels, i * Canvas.PIXELS);
            }
        });
        return LabelledSplit.of(ByteFeatures.pixels(pixels, 0, size, Canvas.PIXELS), labels, 0);
    }
}
