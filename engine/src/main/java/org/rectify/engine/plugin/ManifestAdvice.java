package org.rectify.engine.plugin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.felix.utils.manifest.Clause;
import org.apache.felix.utils.manifest.Parser;
import org.rectify.api.plugin.Plugin;

/** What a manifest could say, to a plugin's advantage. */
final class ManifestAdvice {

    private static final String API = "org.rectify.api.";
    private static final String SERVICES = "osgi.serviceloader";

    private ManifestAdvice() {}

    /** One sentence for each header that is missing; the manifest is one that can be read. */
    static List<String> on(PluginJar jar) {
        List<String> advice = new ArrayList<>();
        if (jar.symbolicName().isEmpty()) {
            advice.add("no Bundle-SymbolicName, so that the plugin's id changes with the name of its file");
        }
        if (jar.bundleVersion().isEmpty()) {
            advice.add("no Bundle-Version, so that runs record the plugin as 'unversioned'");
        }
        List<Clause> imports = Arrays.stream(
                        Parser.parseHeader(jar.importedPackages().orElse(null)))
                .filter(clause -> clause.getName().startsWith(API))
                .toList();
        String unversioned = imports.stream()
                .filter(clause -> clause.getAttribute("version") == null)
                .map(Clause::getName)
                .collect(Collectors.joining(", "));
        String consequence = ", so that a Rectify it was not built for would not refuse it";
        if (imports.isEmpty()) {
            advice.add("no package of org.rectify.api in Import-Package" + consequence);
        } else if (!unversioned.isEmpty()) {
            advice.add("no version for " + unversioned + " in Import-Package" + consequence);
        }
        if (Arrays.stream(Parser.parseHeader(jar.providedCapabilities().orElse(null)))
                .noneMatch(ManifestAdvice::offersThePlugin)) {
            advice.add("no " + SERVICES + " for " + Plugin.class.getName()
                    + " in Provide-Capability, so that it is no service in an OSGi container");
        }
        return advice.stream()
                .map(one -> jar.path() + ": its manifest has " + one + "; let bnd write it")
                .toList();
    }

    private static boolean offersThePlugin(Clause capability) {
        return capability.getName().equals(SERVICES)
                && Plugin.class.getName().equals(capability.getAttribute(SERVICES));
    }
}
