package org.rectify.plugin.tensorboard;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.rectify.api.listener.Histogram;

/**
 * The values of one event, encoded as TensorFlow's message {@code Summary}: fields have the numbers that TensorFlow's
 * {@code event.proto} and {@code summary.proto} give them.
 */
final class SummaryMessage {

    private static final int EVENT_WALL_TIME = 1;
    private static final int EVENT_STEP = 2;
    private static final int EVENT_FILE_VERSION = 3;
    private static final int EVENT_SUMMARY = 5;

    private static final int SUMMARY_VALUE = 1;

    private static final int VALUE_TAG = 1;
    private static final int VALUE_SIMPLE_VALUE = 2;
    private static final int VALUE_HISTOGRAM = 5;

    private static final int HISTOGRAM_MIN = 1;
    private static final int HISTOGRAM_MAX = 2;
    private static final int HISTOGRAM_NUM = 3;
    private static final int HISTOGRAM_SUM = 4;
    private static final int HISTOGRAM_SUM_OF_SQUARES = 5;
    private static final int HISTOGRAM_LIMITS = 6;
    private static final int HISTOGRAM_COUNTS = 7;

    private final ByteArrayOutputStream values = new ByteArrayOutputStream();

    /** Fields of a message. */
    private interface Fields {
        void writeTo(CodedOutputStream out) throws IOException;
    }

    /** The event that a file begins with: which version of the format it is in. */
    static byte[] fileVersion(double wallTime, String version) {
        return message(out -> {
            out.writeDouble(EVENT_WALL_TIME, wallTime);
            out.writeString(EVENT_FILE_VERSION, version);
        });
    }

    /** Adds a number, kept in 32 bits. */
    void scalar(String tag, double number) {
        value(tag, out -> out.writeFloat(VALUE_SIMPLE_VALUE, (float) number));
    }

    /** Adds a histogram. */
    void histogram(String tag, Histogram histogram) {
        byte[] message = message(out -> {
            out.writeDouble(HISTOGRAM_MIN, histogram.lowest());
            out.writeDouble(HISTOGRAM_MAX, histogram.highest());
            out.writeDouble(HISTOGRAM_NUM, histogram.count());
            out.writeDouble(HISTOGRAM_SUM, histogram.sum());
            out.writeDouble(HISTOGRAM_SUM_OF_SQUARES, histogram.sumOfSquares());
            out.writeByteArray(HISTOGRAM_LIMITS, packed(histogram.limits()));
            out.writeByteArray(HISTOGRAM_COUNTS, packed(histogram.counts()));
        });
        value(tag, out -> out.writeByteArray(VALUE_HISTOGRAM, message));
    }

    private void value(String tag, Fields content) {
        byte[] value = message(out -> {
            out.writeString(VALUE_TAG, tag);
            content.writeTo(out);
        });
        values.writeBytes(message(out -> out.writeByteArray(SUMMARY_VALUE, value)));
    }

    /** The event that tells all values; empty where there are none. */
    Optional<byte[]> event(double wallTime, long step) {
        if (values.size() == 0) {
            return Optional.empty();
        }
        return Optional.of(message(out -> {
            out.writeDouble(EVENT_WALL_TIME, wallTime);
            out.writeInt64(EVENT_STEP, step);
            out.writeByteArray(EVENT_SUMMARY, values.toByteArray());
        }));
    }

    private static byte[] packed(Iterable<? extends Number> numbers) {
        return message(out -> {
            for (Number number : numbers) {
                out.writeDoubleNoTag(number.doubleValue());
            }
        });
    }

    private static byte[] message(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            fields.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }
}
