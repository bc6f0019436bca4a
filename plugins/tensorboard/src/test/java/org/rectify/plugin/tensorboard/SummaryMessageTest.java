package org.rectify.plugin.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rectify.api.listener.Histogram;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.HistogramProto;
import org.tensorflow.proto.Summary;

/** What is encoded here is what TensorFlow's own classes read, and encode again to the same bytes. */
class SummaryMessageTest {

    @Test
    void theFirstEventTellsTheVersion() throws InvalidProtocolBufferException {
        Event event = read(SummaryMessage.fileVersion(1700000000.25, "brain.Event:2"));

        assertThat(event.getWallTime()).isEqualTo(1700000000.25);
        assertThat(event.getWhatCase()).isEqualTo(Event.WhatCase.FILE_VERSION);
        assertThat(event.getFileVersion()).isEqualTo("brain.Event:2");
    }

    @Test
    void scalarsHaveTagsAndNumbers() throws InvalidProtocolBufferException {
        SummaryMessage summary = new SummaryMessage();
        summary.scalar("training/cost", 0.1);
        summary.scalar("validation/\u00fcber", Double.NaN);

        Event event = read(summary.event(1.5, 1L << 40).orElseThrow());

        assertThat(event.getWallTime()).isEqualTo(1.5);
        assertThat(event.getStep()).isEqualTo(1L << 40);
        assertThat(event.getSummary().getValueList())
                .extracting(Summary.Value::getTag, Summary.Value::getValueCase)
                .containsExactly(
                        tuple("training/cost", Summary.Value.ValueCase.SIMPLE_VALUE),
                        tuple("validation/\u00fcber", Summary.Value.ValueCase.SIMPLE_VALUE));
        assertThat(event.getSummary().getValue(0).getSimpleValue()).isEqualTo(0.1f);
        assertThat(event.getSummary().getValue(1).getSimpleValue()).isNaN();
    }

    @Test
    void histogramsKeepEveryNumber() throws InvalidProtocolBufferException {
        Histogram histogram =
                new Histogram(List.of(-1.0, 0.0, 1e-12, 0.5), List.of(2L, 0L, 7L, 1L), -3, 0.4, 10, -5.5, 13);
        SummaryMessage summary = new SummaryMessage();
        summary.histogram("layer-1/outputs", histogram);

        Event event = read(summary.event(1, 3).orElseThrow());

        assertThat(event.getSummary().getValue(0).getTag()).isEqualTo("layer-1/outputs");
        HistogramProto found = event.getSummary().getValue(0).getHisto();
        assertThat(found.getMin()).isEqualTo(-3);
        assertThat(found.getMax()).isEqualTo(0.4);
        assertThat(found.getNum()).isEqualTo(10);
        assertThat(found.getSum()).isEqualTo(-5.5);
        assertThat(found.getSumSquares()).isEqualTo(13);
        assertThat(found.getBucketLimitList()).containsExactly(-1.0, 0.0, 1e-12, 0.5);
        assertThat(found.getBucketList()).containsExactly(2.0, 0.0, 7.0, 1.0);
    }

    @Test
    void withoutValuesThereIsNoEvent() {
        assertThat(new SummaryMessage().event(1, 0)).isEmpty();
    }

    private static Event read(byte[] bytes) throws InvalidProtocolBufferException {
        Event event = Event.parseFrom(bytes);
        assertThat(event.getUnknownFields().asMap()).isEmpty();
        assertThat(event.toByteArray()).as("as TensorFlow's classes encode it").isEqualTo(bytes);
        return event;
    }
}
