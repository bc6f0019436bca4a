package org.rectify.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.executor.RequiredPlugin;
import org.rectify.api.executor.Resources;
import org.rectify.api.executor.TrialSpec;

/** Reads the specification of a trial, which may come from anywhere: nothing in it is believed to be as it should. */
public final class TrialSpecReader {

    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_CHARACTERS = 4096;
    private static final String EXPERIMENT = "experiment";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TrialSpecReader() {}

    /**
     * Reads a file that holds a {@link org.rectify.api.executor.Trial#json()}.
     *
     * @throws RectifyException of category {@code USER} for anything else, with what is wrong and where
     */
    public static TrialSpec read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw refusal(file, "it has more than " + MOST_BYTES + " bytes", null);
            }
            return spec(MAPPER.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()));
        } catch (JsonProcessingException e) {
            String line =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw refusal(file, line + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw refusal(file, String.valueOf(e.getMessage()), e);
        } catch (CharacterCodingException e) {
            throw refusal(file, "it is not UTF-8 text", e);
        } catch (IOException e) {
            throw refusal(file, Files.exists(file) ? "it cannot be read" : "there is no such file", e);
        }
    }

    private static RectifyException refusal(Path file, String reason, @Nullable Exception cause) {
        return new RectifyException(
                Category.USER,
                file + " is not the specification of a trial: " + reason
                        + "; accepted is the JSON that a study gives its executor",
                cause);
    }

    private static TrialSpec spec(JsonNode tree) {
        Members spec = new Members("", tree);
        int format = spec.count("format");
        if (format != TrialSpecs.FORMAT) {
            throw new IllegalArgumentException(
                    "its format is " + format + ", and this version of Rectify reads " + TrialSpecs.FORMAT);
        }
        spec.requireOnly(Set.of("format", "name", "identity", "attempt", "resources", "plugins", "data", EXPERIMENT));
        Members resources = new Members("resources", spec.member("resources"));
        resources.requireOnly(Set.of("threads", "megabytes"));
        return new TrialSpec(
                spec.text("name"),
                spec.hexadecimal("identity"),
                spec.longText(EXPERIMENT),
                plugins(spec.member("plugins")),
                data(new Members("data", spec.member("data"))),
                new Resources(resources.count("threads"), resources.count("megabytes")),
                spec.count("attempt"));
    }

    private static List<RequiredPlugin> plugins(JsonNode array) {
        if (!array.isArray() || array.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("plugins is no list, or too long");
        }
        List<RequiredPlugin> plugins = new ArrayList<>();
        for (JsonNode element : array) {
            Members plugin = new Members("plugins[" + plugins.size() + "]", element);
            plugin.requireOnly(Set.of("id", "version", "sha256", "location"));
            plugins.add(new RequiredPlugin(
                    plugin.text("id"), plugin.text("version"), plugin.hexadecimal("sha256"), plugin.text("location")));
        }
        return plugins;
    }

    private static Map<String, String> data(Members files) {
        if (files.object().size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("data is too long");
        }
        Map<String, String> data = new LinkedHashMap<>();
        files.object().fieldNames().forEachRemaining(file -> data.put(file, files.text(file)));
        return data;
    }

    /**
     * The members of an object.
     *
     * @param place of the object, for messages; empty for the whole
     */
    private record Members(String place, JsonNode object) {

        Members {
            if (!object.isObject()) {
                throw new IllegalArgumentException((place.isEmpty() ? "it" : place) + " is no object");
            }
        }

        void requireOnly(Set<String> known) {
            object.fieldNames().forEachRemaining(name -> {
                if (!known.contains(name)) {
                    throw wrong(printable(name), "unknown");
                }
            });
        }

        JsonNode member(String name) {
            JsonNode member = object.get(name);
            if (member == null) {
                throw wrong(name, "missing");
            }
            return member;
        }

        String longText(String name) {
            JsonNode member = member(name);
            if (!member.isTextual()) {
                throw wrong(name, "no text");
            }
            return member.textValue();
        }

        /** A text that may be shown. */
        String text(String name) {
            String text = longText(name);
            if (text.length() > MOST_CHARACTERS || !printable(text).equals(text)) {
                throw wrong(name, "no text of printable characters, " + MOST_CHARACTERS + " at most");
            }
            return text;
        }

        String hexadecimal(String name) {
            String text = text(name);
            if (!text.matches("[0-9a-f]+")) {
                throw wrong(name, "no hexadecimal number");
            }
            return text;
        }

        int count(String name) {
            JsonNode member = member(name);
            if (!member.isInt() || member.intValue() < 1) {
                throw wrong(name, "no whole number from 1");
            }
            return member.intValue();
        }

        private IllegalArgumentException wrong(String name, String fault) {
            return new IllegalArgumentException((place.isEmpty() ? name : place + "." + name) + " is " + fault);
        }

        private static String printable(String text) {
            return text.replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
        }
    }
}
