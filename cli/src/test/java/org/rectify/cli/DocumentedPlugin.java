package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.rectify.api.plugin.Plugin;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The plugin that {@code docs/develop/activation.md} shows, built as its pom says. */
final class DocumentedPlugin {

    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    private final String source;
    private final Document pom;

    DocumentedPlugin() throws Exception {
        String page = Files.readString(Processes.root().resolve("docs/develop/activation.md"));
        source = first("```java\n(.*?)```", page);
        pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(first("```xml\n(.*?)```", page))));
    }

    /** Text of the pom. */
    String pom(String path) throws XPathExpressionException {
        return XPATH.evaluate(path, pom);
    }

    /**
     * Builds the jar.
     *
     * @param folder holds source and classes meanwhile
     * @param classPath the api, and what comes with it
     */
    void build(Path folder, List<Path> classPath, Path jar) throws Exception {
        Path classes = compile(folder, classPath);
        try (Builder builder = new Builder()) {
            Properties instructions = new Properties();
            instructions.load(new StringReader(
                    pom("//plugin[artifactId='bnd-maven-plugin'][executions//goal='bnd-process']/configuration/bnd")));
            builder.setProperties(instructions);
            builder.setBundleSymbolicName(pom("/project/artifactId"));
            builder.setBundleVersion(pom("/project/version"));
            for (Path library : classPath) {
                builder.addClasspath(library.toFile());
            }
            builder.setJar(classes.toFile());
            Jar built = builder.build();
            assertThat(builder.getErrors()).isEmpty();
            assertThat(builder.getWarnings()).isEmpty();
            built.write(jar.toFile());
        }
    }

    private Path compile(Path folder, List<Path> classPath) throws Exception {
        String type = first("public final class (\\w+)", source);
        Path file = Files.writeString(folder.resolve(type + ".java"), source);
        Path classes = Files.createDirectory(folder.resolve("classes"));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        String[] arguments = {
            "--release",
            "17",
            "-cp",
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            "-d",
            classes.toString(),
            file.toString()
        };
        int status = ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments);
        assertThat(status).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(Plugin.class.getName()), first("package ([\\w.]+);", source) + "." + type + "\n");
        return classes;
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
