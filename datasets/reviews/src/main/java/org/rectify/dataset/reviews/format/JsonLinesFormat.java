package org.rectify.dataset.reviews.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.rectify.dataset.reviews.corpus.Review;
import org.rectify.dataset.reviews.corpus.TextAnalysis;

/**
 * One JSON object a line, with the stars under one key and the text under another; other keys are passed over.
 *
 * <p>The text is a string, the stars are a number, a string, null or missing.
 */
public final class JsonLinesFormat implements ReviewFormat {

    private final String starsKey;
    private final String textKey;
    private final StarScale scale;
    private final TextAnalysis analysis;
    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** Objects with these two keys. */
    public JsonLinesFormat(String starsKey, String textKey, StarScale scale, TextAnalysis analysis) {
        this.starsKey = starsKey;
        this.textKey = textKey;
        this.scale = scale;
        this.analysis = analysis;
    }

    @Override
    public Review read(String line, Place place) {
        try (JsonParser parser = json.createParser(line)) {
            return read(parser, place);
        } catch (JsonProcessingException e) {
            throw place.wrong("not a JSON object: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private Review read(JsonParser parser, Place place) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw place.wrong("not a JSON object");
        }
        String stars = "";
        @Nullable String text = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals(textKey)) {
                text = text(parser, value, place);
            } else if (key.equals(starsKey)) {
                stars = stars(parser, value, place);
            } else {
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw place.wrong("more than one JSON object in a line");
        }
        if (text == null || text.isBlank()) {
            throw place.wrong("no text under the key " + Place.quoted(textKey));
        }
        return new Review(analysis.document(text), scale.label(stars, place));
    }

    private String text(JsonParser parser, JsonToken value, Place place) throws IOException {
        if (value != JsonToken.VALUE_STRING) {
            throw place.wrong("the value of " + Place.quoted(textKey) + " is not a string");
        }
        return parser.getText();
    }

    private String stars(JsonParser parser, JsonToken value, Place place) throws IOException {
        return switch (value) {
            case VALUE_NULL -> "";
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getText();
            default -> throw place.wrong("the value of " + Place.quoted(starsKey) + " is not a number");
        };
    }
}
