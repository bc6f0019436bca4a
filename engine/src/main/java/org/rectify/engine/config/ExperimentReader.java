package org.rectify.engine.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;

/** Reads an experiment file and what it includes, within {@link Limits}; substitutions are left as they are. */
final class ExperimentReader {

    private final Path file;
    private final Sources sources;
    private final TextScanner scanner;
    private int bytesRead;
    private int filesIncluded;

    ExperimentReader(Path file, Sources sources) {
        this.file = file;
        this.sources = sources;
        this.scanner = new TextScanner(sources);
    }

    /**
     * Reads the file.
     *
     * @throws InvalidExperimentException when it is not HOCON, exceeds a limit, or includes what it may not
     * @throws RectifyException of category {@code USER} when there is no such file
     */
    Config read() {
        if (!Files.exists(file)) {
            throw new RectifyException(Category.USER, "no such experiment file: " + file.toAbsolutePath());
        }
        try {
            Path folder = folder().toRealPath();
            String description = sources.file(file.toString());
            String text = content(file.toRealPath(), description, new Location(file.toString(), 1));
            Map<String, Integer> includes = scanner.scan(text, description);
            return parse(
                    text,
                    description,
                    new FolderIncluder(this, sources, folder, List.of(file.toRealPath()), description, includes));
        } catch (IOException e) {
            throw new RectifyException(
                    Category.USER, "cannot read the experiment file " + file.toAbsolutePath() + ": " + reason(e), e);
        }
    }

    /** Reads the value of an override, or another text that includes nothing. */
    Config value(String text, String description) {
        Map<String, Integer> includes = scanner.scan(text, description);
        return parse(text, description, new FolderIncluder(this, sources, null, List.of(), description, includes));
    }

    /** The folder of the experiment file. */
    Path folder() {
        return Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .orElseThrow(() -> new RectifyException(Category.USER, "not an experiment file: " + file));
    }

    Path file() {
        return file;
    }

    /** Reads an included text. */
    Config included(String text, String description, FolderIncluder includer) {
        return parse(text, description, includer);
    }

    TextScanner scanner() {
        return scanner;
    }

    /** Counts one more included file. */
    void countInclude(Location where) {
        filesIncluded++;
        if (filesIncluded > Limits.INCLUDED_FILES) {
            throw refusal(where, "more than " + Limits.INCLUDED_FILES + " included files: too much");
        }
    }

    /** The text of a file, decoded strictly. */
    String content(Path realPath, String description, Location where) throws IOException {
        if (!Files.isRegularFile(realPath)) {
            throw refusal(where, "not a file: " + Sources.printable(realPath.toString()));
        }
        try (InputStream stream = Files.newInputStream(realPath)) {
            byte[] bytes = stream.readNBytes(Limits.BYTES - bytesRead + 1);
            bytesRead += bytes.length;
            if (bytesRead > Limits.BYTES) {
                throw refusal(
                        where, "the file and what it includes have more than " + Limits.BYTES + " bytes: too much");
            }
            return decode(bytes, description);
        }
    }

    private String decode(byte[] bytes, String description) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(input).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < input.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw refusal(
                    sources.locate(description, line), "byte " + input.position() + " of the file is not UTF-8 text");
        }
    }

    private Config parse(String text, String description, ConfigIncluder includer) {
        try {
            return ConfigFactory.parseString(
                    text,
                    ConfigParseOptions.defaults()
                            .setSyntax(ConfigSyntax.CONF)
                            .setOriginDescription(description)
                            .setIncluder(includer));
        } catch (ConfigException e) {
            throw sources.refusal(sources.problem(e));
        }
    }

    private InvalidExperimentException refusal(Location where, String fault) {
        return sources.refusal(new Problem(where, "", "", fault, ""));
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
    }
}
