package org.rectify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The plugin that {@code docs/develop/activation.md} shows, built as its pom says. */
final class DocumentedPlugin {

    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    private final Page page;
    private final Document pom;

    DocumentedPlugin() throws Exception {
        page = Page.read(Processes.root().resolve("docs/develop/activation.md"));
        pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.shown("xml").get(0))));
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
        Path classes = new ShownSources(page.shown("java"), folder).compilePlugin();
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
}
