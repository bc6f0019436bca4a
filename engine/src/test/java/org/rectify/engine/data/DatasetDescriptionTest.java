package org.rectify.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rectify.api.array.OutputRange;
import org.rectify.api.dataset.FloatFeatures;
import org.rectify.api.dataset.LabelledSplit;
import org.rectify.api.dataset.MeasuredSplit;
import org.rectify.api.dataset.Split;
import org.rectify.api.error.DataException;
import org.rectify.engine.data.TinySets.Parts;

class DatasetDescriptionTest {

    /** Two pictures of two channels, each a pixel high and two wide. */
    private static final Split PICTURES = TinySets.split(4, new int[] {1, 1}, 0, 1, -1, -0.5f, 0.5f, 0.5f, 0, 0);

    private static final Parts SET = new Parts(
            TinySets.info(OutputRange.SIGNED_UNIT_INTERVAL, 2, 1, 2),
            PICTURES,
            TinySets.split(4, new int[] {0}, 1, 1, 1, 1),
            TinySets.split(4, new int[] {}),
            Optional.of(new FloatFeatures(new float[] {0, 0, 0, 0.25f}, 4)),
            List.of());

    @Test
    void countsAndAveragesEachSplitByItself() {
        List<SplitDescription> splits = DatasetDescription.of(SET, 100).splits();

        assertThat(splits)
                .extracting(split ->
                        split.name() + " " + split.examples() + " " + split.examined() + " " + split.classCounts())
                .containsExactly("train 2 2 [0, 2]", "validation 1 1 [1, 0]", "test 0 0 [0, 0]", "unlabelled 1 1 []");
        InputStatistics train = splits.get(0).inputs().orElseThrow();
        assertThat(train.means()).containsExactly(0.5, -0.375);
        assertThat(train.deviations().get(0)).isCloseTo(Math.sqrt(0.125), within(1e-15));
        assertThat(train.deviations().get(1)).isCloseTo(Math.sqrt(1.25 / 4 - 0.375 * 0.375), within(1e-15));
        assertThat(train.lowest()).isEqualTo(-1);
        assertThat(train.highest()).isEqualTo(1);
        assertThat(train.density()).isEqualTo(5 / 8.0);
        assertThat(splits.get(2).inputs()).isEmpty();
        assertThat(splits.get(3).inputs().orElseThrow().density()).isEqualTo(0.25);
    }

    @Test
    void zerosOfSparseRowsCountAsInputs() {
        SplitDescription texts =
                DatasetDescription.of(TinySets.texts(List.of()), 100).splits().get(0);
        Split dense = TinySets.split(5, new int[] {1, 0, 1}, 1, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0.5f, 0);

        assertThat(texts)
                .isEqualTo(SplitDescription.of("train", dense, TinySets.info(OutputRange.NON_NEGATIVE, 5), 100));
        assertThat(texts.inputs().orElseThrow().lowest()).isZero();
    }

    @Test
    void hugeSplitsAreReadAtEvenSpaces() {
        float[] values = new float[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Split split = new LabelledSplit(new FloatFeatures(values, 1), row -> row < 300 ? 0 : 1);

        SplitDescription description =
                SplitDescription.of("train", split, TinySets.info(OutputRange.NON_NEGATIVE, 1), 10);

        assertThat(description.examples()).isEqualTo(1000);
        assertThat(description.examined()).isEqualTo(10);
        assertThat(description.classCounts()).containsExactly(3, 7);
        assertThat(description.inputs().orElseThrow().means()).containsExactly(450.0);
        assertThat(description.inputs().orElseThrow().highest()).isEqualTo(900);
    }

    @Test
    void aLabelWithoutAClassIsAnError() {
        Split split = TinySets.split(1, new int[] {1, 2}, 0, 0);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> SplitDescription.of("test", split, TinySets.info(OutputRange.NON_NEGATIVE, 1), 10))
                .withMessage("tiny, test example 1: label 2, but there are 2 classes");
    }

    @Test
    void numbersToBeToldAreDescribedInPlaceOfClasses() throws IOException {
        Split train = new MeasuredSplit(
                new FloatFeatures(new float[] {0, 1, 2, 3}, 1), new float[] {1, -5, 2, -5, 3, -5, 6, -5}, 2);
        Split none = new MeasuredSplit(new FloatFeatures(new float[0], 1), new float[0], 2);
        Parts set = new Parts(
                TinySets.measured(OutputRange.NON_NEGATIVE, 1), train, none, none, Optional.empty(), List.of());

        DatasetDescription description = DatasetDescription.of(set, 100);

        assertThat(description.splits().get(0).classCounts()).isEmpty();
        assertThat(description.splits().get(0).targets())
                .containsExactly(
                        new TargetStatistics(3, Math.sqrt((4 + 1 + 0 + 9) / 4.0), 1, 6),
                        new TargetStatistics(-5, 0, -5, -5));
        assertThat(description.splits().get(1).targets()).isEmpty();
        JsonNode json = new ObjectMapper().readTree(description.json());
        assertThat(json.at("/targets").toString()).isEqualTo("[\"u\",\"v\"]");
        assertThat(json.at("/splits/0/targets/1/name").asText()).isEqualTo("v");
        assertThat(json.at("/splits/0/targets/0/standard-deviation").asDouble()).isEqualTo(Math.sqrt(3.5));
        assertThat(json.at("/splits/0").has("class-counts")).isFalse();
    }

    @Test
    void aNumberToBeToldThatIsNoneIsAnError() {
        Split split = new MeasuredSplit(new FloatFeatures(new float[] {0, 1}, 1), new float[] {1, 2, 3, Float.NaN}, 2);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(
                        () -> SplitDescription.of("test", split, TinySets.measured(OutputRange.NON_NEGATIVE, 1), 10))
                .withMessage("told, test example 1: v is NaN, must be finite");
    }

    @Test
    void theSameIsThereAsJson() throws IOException {
        JsonNode json =
                new ObjectMapper().readTree(DatasetDescription.of(SET, 100).json());

        assertThat(json.get("source").asText()).isEqualTo("made up, CC0");
        assertThat(json.at("/shape").toString()).isEqualTo("[2,1,2]");
        assertThat(json.at("/range/lowest").asDouble()).isEqualTo(-1);
        assertThat(json.at("/checksums/f").asText()).isEqualTo("00");
        assertThat(json.at("/splits/0/class-counts").toString()).isEqualTo("[0,2]");
        assertThat(json.at("/splits/0/means").toString()).isEqualTo("[0.5,-0.375]");
        assertThat(json.at("/splits/0/density").asDouble()).isEqualTo(0.625);
        assertThat(json.at("/splits/2").has("means")).isFalse();
        assertThat(json.at("/splits/3/name").asText()).isEqualTo("unlabelled");
        JsonNode texts = new ObjectMapper()
                .readTree(DatasetDescription.of(TinySets.texts(List.of()), 100).json());
        assertThat(texts.at("/range/highest").isNull()).isTrue();
    }
}
