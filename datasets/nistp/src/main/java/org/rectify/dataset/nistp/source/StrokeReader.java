package org.rectify.dataset.nistp.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rectify.api.error.DataException;

/**
 * Reads characters as pen strokes, one JSON object a line: {@code c} contributor, {@code w} writer, {@code l} label,
 * {@code s} strokes as lists of {@code [x, y]}, y growing upward; other fields are passed over.
 *
 * <p>A file is not trusted: memory grows with the points that arrive, and a character has a bounded number of them. Every
 * defect is a {@link DataException} that names the file and the line.
 */
final class StrokeReader {

    /** Contributors whose characters are fragments of cursive words. */
    private static final Set<String> CURSIVE = Set.of("lav", "mot", "sie");

    private static final int MOST_POINTS = 100_000;
    private static final double LARGEST = 1e6;

    private final Path file;
    private final JsonParser json;

    private StrokeReader(Path file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    /**
     * Reads a stream to its end.
     *
     * @param file names it in messages
     * @return all characters but those of contributors of cursive words
     * @throws DataException when the content is damaged
     */
    static List<PenStrokes> read(Path file, InputStream content) {
        try (JsonParser json = new JsonFactory().createParser(content)) {
            StrokeReader reader = new StrokeReader(file, json);
            try {
                return reader.characters();
            } catch (IOException e) {
                throw reader.wrong(firstLine(e));
            }
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read: " + firstLine(e), e);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private List<PenStrokes> characters() throws IOException {
        List<PenStrokes> characters = new ArrayList<>();
        while (json.nextToken() != null) {
            require(JsonToken.START_OBJECT, "an object {...} for a character");
            character(characters);
        }
        return characters;
    }

    private void character(List<PenStrokes> characters) throws IOException {
        String contributor = "";
        String writer = "";
        int characterClass = -1;
        Points points = new Points();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "c" -> contributor = text(field);
                case "w" -> writer = text(field);
                case "l" -> characterClass = label();
                case "s" -> strokes(points);
                default -> json.skipChildren();
            }
        }
        require(JsonToken.END_OBJECT, "the end } of the character");
        if (contributor.isEmpty() || writer.isEmpty() || characterClass < 0 || points.ends.isEmpty()) {
            throw wrong("a character needs the fields c, w, l and s, none of them empty");
        }
        if (!CURSIVE.contains(contributor)) {
            characters.add(points.character(contributor + "/" + writer, characterClass));
        }
    }

    private String text(String field) throws IOException {
        require(JsonToken.VALUE_STRING, "a text for the field " + field);
        return json.getText();
    }

    private int label() throws IOException {
        String label = text("l");
        int characterClass = CharacterClasses.of(label);
        if (characterClass < 0) {
            throw wrong("label '" + shortened(label) + "', must be one of 0-9, A-Z, a-z");
        }
        return characterClass;
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "...";
    }

    private void strokes(Points points) throws IOException {
        points.clear();
        require(JsonToken.START_ARRAY, "a list of strokes");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(JsonToken.START_ARRAY, "a stroke: a list of points");
            int before = points.length;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                require(JsonToken.START_ARRAY, "a point [x, y]");
                float x = coordinate();
                float y = coordinate();
                json.nextToken();
                require(JsonToken.END_ARRAY, "the end ] of a point [x, y]");
                if (points.length == 2 * MOST_POINTS) {
                    throw wrong("more than " + MOST_POINTS + " points in one character");
                }
                points.add(x, 0 - y);
            }
            if (points.length > before) {
                points.endStroke();
            }
        }
    }

    private float coordinate() throws IOException {
        JsonToken token = json.nextToken();
        if (token == null || !token.isNumeric()) {
            throw wrong("found " + shown(token) + " where a coordinate was expected");
        }
        double value = json.getDoubleValue();
        if (!(Math.abs(value) <= LARGEST)) {
            throw wrong("coordinate " + value + ", must lie within " + LARGEST + " of 0");
        }
        return (float) value;
    }

    private void require(JsonToken token, String what) {
        if (json.currentToken() != token) {
            throw wrong("found " + shown(json.currentToken()) + " where " + what + " was expected");
        }
    }

    private static String shown(@Nullable JsonToken token) {
        if (token == null) {
            return "the end of the file";
        }
        return token.asString() == null ? token.name().replace('_', ' ') : "'" + token.asString() + "'";
    }

    private DataException wrong(String message) {
        return DataException.atLine(file, json.currentLocation().getLineNr(), message);
    }

    /** The points of the character that is being read. */
    private static final class Points {

        private final List<Integer> ends = new ArrayList<>();
        private float[] points = new float[64];
        private int length;

        void clear() {
            ends.clear();
            length = 0;
        }

        void add(float x, float y) {
            if (length == points.length) {
                points = Arrays.copyOf(points, 2 * length);
            }
            points[length++] = x;
            points[length++] = y;
        }

        void endStroke() {
            ends.add(length / 2);
        }

        PenStrokes character(String writer, int characterClass) {
            return new PenStrokes(
                    writer,
                    characterClass,
                    Arrays.copyOf(points, length),
                    ends.stream().mapToInt(Integer::intValue).toArray());
        }
    }
}
