package org.rectify.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.aries.spifly.dynamic.DynamicWeavingActivator;
import org.apache.felix.framework.FrameworkFactory;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.util.TraceClassVisitor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.plugin.Plugin;

/**
 * Apache Felix with Apache Aries SPI Fly, which registers what service files name as services. ND4J, JavaCPP and SLF4J are
 * those of the application around it; everything else is a bundle, the api too, whose classes therefore are not the test's.
 */
final class OsgiContainer {

    private static final Pattern PACKAGE_OF_THE_HOST =
            Pattern.compile("((?:org/nd4j|org/bytedeco|org/slf4j)(?:/\\w+)*)/\\w+\\.class");

    /** SPI Fly, and the parts of ASM it is made with. */
    private static final List<Class<?>> MEDIATOR = List.of(
            ClassReader.class,
            ClassNode.class,
            Analyzer.class,
            ClassRemapper.class,
            TraceClassVisitor.class,
            DynamicWeavingActivator.class);

    private static final Logger MEDIATOR_LOG = Logger.getLogger("org.apache.aries.spifly");

    private final Framework framework;
    private final Map<String, Path> jars = new HashMap<>();
    private final Map<String, Bundle> bundles = new HashMap<>();

    /**
     * @param storage a folder for the container's own files
     * @param libraries the application's jars, whose packages of ND4J, JavaCPP and SLF4J become the container's
     */
    OsgiContainer(Path storage, List<Path> libraries) throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        packages(libraries),
                        "felix.service.urlhandlers",
                        "false"));
        MEDIATOR_LOG.setLevel(Level.WARNING);
        framework.start();
        for (Class<?> type : MEDIATOR) {
            URL jar = type.getProtectionDomain().getCodeSource().getLocation();
            install(Path.of(URI.create(jar.toString()))).start();
        }
    }

    private static String packages(List<Path> libraries) {
        Map<String, String> packages = new TreeMap<>();
        for (Path library : libraries) {
            try (JarFile jar = new JarFile(library.toFile())) {
                jar.stream()
                        .map(entry -> PACKAGE_OF_THE_HOST.matcher(entry.getName()))
                        .filter(Matcher::matches)
                        .forEach(entry -> packages.put(entry.group(1).replace('/', '.'), version(library)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(packages).containsKeys("org.nd4j.linalg.factory", "org.bytedeco.javacpp", "org.slf4j");
        List<String> clauses = new ArrayList<>();
        packages.forEach((name, version) -> clauses.add(name + ";version=\"" + version + '"'));
        return String.join(",", clauses);
    }

    private static String version(Path jar) {
        return name(jar).replaceFirst("^.*?-(\\d+(\\.\\d+){0,2}).*$", "$1");
    }

    /** Installs a jar, which must be a bundle; one that another plugin brought stands for both, as long as it is the same. */
    Bundle install(Path jar) throws BundleException {
        Path earlier = jars.putIfAbsent(name(jar), jar);
        if (earlier != null) {
            assertThat(jar).hasSameBinaryContentAs(earlier);
            return bundle(jar);
        }
        Bundle bundle = framework.getBundleContext().installBundle(jar.toUri().toString());
        assertThat(bundle.getSymbolicName()).as("symbolic name of %s", jar).isNotNull();
        bundles.put(name(jar), bundle);
        return bundle;
    }

    /** The bundle of an installed jar. */
    Bundle bundle(Path jar) {
        return requireNonNull(bundles.get(name(jar)), () -> "not installed: " + jar);
    }

    private static String name(Path jar) {
        return String.valueOf(jar.getFileName());
    }

    /** The names of the components that the registered plugins contribute, sorted, by the symbolic names of their bundles. */
    Map<String, List<String>> components() throws ReflectiveOperationException, InvalidSyntaxException {
        BundleContext context = framework.getBundleContext();
        ServiceReference<?>[] services = context.getAllServiceReferences(Plugin.class.getName(), null);
        Map<String, List<String>> components = new TreeMap<>();
        for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
            components
                    .computeIfAbsent(service.getBundle().getSymbolicName(), bundle -> new ArrayList<>())
                    .addAll(names(requireNonNull(context.getService(service)), service.getBundle()));
        }
        components.values().forEach(Collections::sort);
        return components;
    }

    private static List<String> names(Object plugin, Bundle bundle) throws ReflectiveOperationException {
        Class<?> contract = bundle.loadClass(Plugin.class.getName());
        Method name = contract.getClassLoader()
                .loadClass(ComponentFactory.class.getName())
                .getMethod("name");
        List<String> names = new ArrayList<>();
        for (Method kind : contract.getMethods()) {
            for (Object factory : (List<?>) kind.invoke(plugin)) {
                names.add((String) name.invoke(factory));
            }
        }
        return names;
    }

    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(0);
    }
}
