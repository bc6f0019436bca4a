package org.rectify.engine.config;

import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Includes files below the experiment's own folder, and presets; everything else is refused, and so is a file that is
 * not there. One includer serves one text.
 */
final class FolderIncluder implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {

    private static final String PRESETS = "presets/";

    private final ExperimentReader reader;
    private final Sources sources;
    private final @Nullable Path folder;
    private final List<Path> including;
    private final String description;
    private final Map<String, Integer> lines;

    /**
     * @param folder nothing outside this real path is read; null where nothing may be included
     * @param including the real paths of the text's file and of those that led to it, outermost first
     * @param description of the text
     * @param lines of the text's includes
     */
    FolderIncluder(
            ExperimentReader reader,
            Sources sources,
            @Nullable Path folder,
            List<Path> including,
            String description,
            Map<String, Integer> lines) {
        this.reader = reader;
        this.sources = sources;
        this.folder = folder;
        this.including = including;
        this.description = description;
        this.lines = lines;
    }

    /** Nothing else is asked when this includer does not find a file. */
    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        Location where = allowed(what);
        if (what.startsWith(PRESETS)) {
            return preset(what.substring(PRESETS.length()), what, where);
        }
        return file(what, where);
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        String name = what.getPath();
        return file(name, allowed(name));
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        String written = lines.keySet().stream()
                .filter(name -> name.endsWith(what.getFile()))
                .findFirst()
                .orElse("");
        throw refusal(where(written), "url(...) is not included", elsewhere());
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
        throw refusal(where(what), "classpath(...) is not included", elsewhere());
    }

    private static String elsewhere() {
        return "accepted: files below the experiment's own folder, and presets: include \"presets/NAME\"";
    }

    private Location where(String what) {
        return sources.locate(description, lines.getOrDefault(what, 1));
    }

    private Location allowed(String what) {
        Location where = where(what);
        if (folder == null) {
            throw refusal(where, "a value given on the command line includes nothing", "");
        }
        reader.countInclude(where);
        if (including.size() > Limits.INCLUDE_DEPTH) {
            throw refusal(where, "files include files more than " + Limits.INCLUDE_DEPTH + " deep: too much", "");
        }
        return where;
    }

    private ConfigObject preset(String written, String what, Location where) {
        String name = written.endsWith(".conf") ? written.substring(0, written.length() - 5) : written;
        String text = Presets.text(name)
                .orElseThrow(() -> refusal(
                        where, "no such preset: " + Sources.printable(name), Suggestions.help(name, Presets.names())));
        return parsed(text, sources.file(PRESETS + name + ".conf"), Path.of(what));
    }

    private ConfigObject file(String what, Location where) {
        try {
            Path real = real(what, where);
            if (including.contains(real)) {
                throw refusal(where, "\"" + Sources.printable(what) + "\" includes itself", "");
            }
            Path shown = reader.file().resolveSibling(root().relativize(real).toString());
            String included = sources.file(shown.toString());
            return parsed(reader.content(real, included, where), included, real);
        } catch (IOException e) {
            throw refusal(where, "cannot read \"" + Sources.printable(what) + "\"", "");
        }
    }

    /** Finds a file relative to the including file's folder, as written or with ".conf" added. */
    private Path real(String what, Location where) throws IOException {
        try {
            Path from = including.get(including.size() - 1).resolveSibling(what);
            Path candidate = Files.exists(from) ? from : from.resolveSibling(from.getFileName() + ".conf");
            if (!candidate.normalize().startsWith(root())) {
                throw outside(what, where);
            }
            if (!Files.exists(candidate)) {
                throw refusal(where, "no such file to include: \"" + Sources.printable(what) + "\"", elsewhere());
            }
            Path real = candidate.toRealPath();
            if (!real.startsWith(root())) {
                throw outside(what, where);
            }
            return real;
        } catch (InvalidPathException e) {
            throw refusal(where, "not a file's name: \"" + Sources.printable(what) + "\"", "");
        }
    }

    private InvalidExperimentException outside(String what, Location where) {
        return refusal(
                where,
                "\"" + Sources.printable(what) + "\" lies outside the experiment's folder and is not included",
                elsewhere());
    }

    private Path root() {
        if (folder == null) {
            throw new IllegalStateException("nothing may be included here");
        }
        return folder;
    }

    private ConfigObject parsed(String text, String included, Path real) {
        Map<String, Integer> includedLines = reader.scanner().scan(text, included);
        List<Path> chain = new ArrayList<>(including);
        chain.add(real);
        FolderIncluder next = new FolderIncluder(reader, sources, folder, chain, included, includedLines);
        return reader.included(text, included, next).root();
    }

    private InvalidExperimentException refusal(Location where, String fault, String help) {
        return sources.refusal(new Problem(where, "", "", fault, help));
    }
}
