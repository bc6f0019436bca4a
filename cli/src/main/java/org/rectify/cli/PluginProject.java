package org.rectify.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.component.Kind;
import org.rectify.engine.config.Suggestions;

/**
 * The Maven project of a plugin with one component.
 *
 * @param files their texts by their place in the project
 */
record PluginProject(Map<Path, String> files) {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
    private static final String SERVICE = "META-INF/services/org.rectify.api.plugin.Plugin";

    /**
     * The project of a component.
     *
     * @param kind as {@code rectify list} names it
     * @param name of the component, kebab-case
     * @param javaPackage of its classes
     * @throws RectifyException of category {@code USER} for what is none
     */
    static PluginProject of(String kind, String name, String javaPackage) {
        List<String> kinds = Kind.ALL.stream().map(Kind::name).toList();
        if (!kinds.contains(kind)) {
            throw mistake("no kind of component is named '" + kind + "'; " + Suggestions.help(kind, kinds));
        }
        if (!KEBAB_CASE.matcher(name).matches()) {
            throw mistake(
                    "'" + name + "' is not a component's name; accepted: small letters and digits in groups joined"
                            + " by '-', a letter first");
        }
        if (!PACKAGE.matcher(javaPackage).matches() || !SourceVersion.isName(javaPackage)) {
            throw mistake("--package " + javaPackage + ": not a Java package; accepted: com.example");
        }
        String type = type(kind, name);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("package", javaPackage);
        values.put("Class", type);
        values.put("name", name);
        values.put("kind", kind);
        values.put("run", kind.equals(Kind.EXECUTOR.name()) ? "study" : "run");
        values.put("version", new Version().number());
        values.put("repository", Installation.repository().toString());
        Path main = Path.of("src", "main", "java").resolve(javaPackage.replace('.', '/'));
        Path test = Path.of("src", "test", "java").resolve(javaPackage.replace('.', '/'));
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(Path.of("README.md"), text("README.md", values));
        files.put(Path.of("pom.xml"), text("pom.xml", values));
        files.put(Path.of("experiment.conf"), text(kind + "/experiment.conf", values));
        files.put(main.resolve(type + ".java"), text(kind + "/Component.java", values));
        files.put(main.resolve(type + "Plugin.java"), text(kind + "/Plugin.java", values));
        files.put(Path.of("src", "main", "resources").resolve(SERVICE), javaPackage + "." + type + "Plugin\n");
        files.put(test.resolve(type + "Test.java"), text(kind + "/Test.java", values));
        files.put(test.resolve(type + "PluginTest.java"), text("PluginTest.java", values));
        return new PluginProject(files);
    }

    /** The class of a component: named as it is, and for its kind too where the project's classes use that name otherwise. */
    private static String type(String kind, String name) {
        String type = capitalized(name);
        Pattern used = Pattern.compile("\\b" + type + "\\b");
        boolean taken = Stream.of(
                        kind + "/Component.java", kind + "/Plugin.java", kind + "/Test.java", "PluginTest.java")
                .anyMatch(template -> used.matcher(text(template, Map.of())).find());
        return taken ? type + capitalized(kind) : type;
    }

    private static String capitalized(String name) {
        return Arrays.stream(name.split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }

    private static String text(String template, Map<String, String> values) {
        String resource = "/templates/" + template;
        try (InputStream stream = PluginProject.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("@" + value.getKey() + "@", value.getValue());
            }
            return text;
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + resource, e);
        }
    }

    /**
     * Writes the files into a folder, which is made where it is missing.
     *
     * @return the files written
     * @throws RectifyException of category {@code USER} when the folder holds anything, or cannot be written
     */
    List<Path> writeTo(Path folder) {
        List<Path> written = new ArrayList<>();
        try {
            if (Files.exists(folder) && !isEmpty(folder)) {
                throw mistake("there is something at " + folder + " already; choose another --dir");
            }
            for (Map.Entry<Path, String> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.writeString(target, file.getValue());
                written.add(target);
            }
            return written;
        } catch (IOException e) {
            throw new RectifyException(Category.USER, "cannot write the project to " + folder + ": " + e, e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static RectifyException mistake(String message) {
        return new RectifyException(Category.USER, message);
    }
}
