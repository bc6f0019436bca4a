package org.rectify.cli.check;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.api.plugin.Plugin;
import org.rectify.cli.check.ContractRun.Outcome;
import org.rectify.cli.check.Contracts.Contract;
import org.rectify.engine.component.Declared;
import org.rectify.engine.component.Kind;
import org.rectify.engine.component.PluginIdentity;
import org.rectify.engine.component.Registered;
import org.rectify.engine.config.Experiments;
import org.rectify.engine.config.OptionDescription;
import org.rectify.engine.config.Options;
import org.rectify.engine.guard.Guarded;
import org.rectify.engine.guard.PluginText;
import org.rectify.engine.plugin.PluginInspection;
import org.rectify.engine.plugin.PluginLoader;
import org.rectify.testkit.TestContext;

/**
 * A check of one plugin.
 *
 * @param location its jar, or the folder that holds its jars
 * @param others directories of the plugins that it will lie beside
 * @param data the folder under which data sets lie
 */
public record PluginCheck(Path location, List<Path> others, Path data) {

    /**
     * Checks everything there is, prints what was checked as it goes and then what was found, and tells whether nothing was.
     *
     * @throws RectifyException of category {@code USER} when no plugin lies there
     */
    public boolean print(PrintWriter out) {
        try (PluginInspection plugin = PluginLoader.inspect(location, others);
                ContractRun contracts = new ContractRun()) {
            return new Checking(plugin, contracts, data, out).everything(location);
        }
    }

    /** The check as it goes. */
    private static final class Checking {

        private final PluginInspection plugin;
        private final ContractRun contracts;
        private final TestContext context;
        private final PrintWriter out;
        private final List<String> findings = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private boolean anyUnmade;

        Checking(PluginInspection plugin, ContractRun contracts, Path data, PrintWriter out) {
            this.plugin = plugin;
            this.contracts = contracts;
            this.context = TestContext.in(Path.of(System.getProperty("java.io.tmpdir"), "rectify-check"))
                    .withDataDirectory(data);
            this.out = out;
        }

        boolean everything(Path location) {
            findings.addAll(plugin.problems());
            notes.addAll(plugin.advice());
            plugin.identity().ifPresent(identity -> {
                out.println("plugin " + identity.id() + " " + identity.version() + ", " + location);
                Kind.ALL.forEach(kind -> plugin.plugins().registry().all(kind).stream()
                        .filter(component -> component.plugin().equals(identity))
                        .forEach(component -> component(kind, component)));
                services(identity);
            });
            if (plugin.identity().isEmpty()) {
                out.println("plugin in " + location + ": cannot be loaded");
            }
            report();
            return findings.isEmpty();
        }

        private void services(PluginIdentity identity) {
            for (Plugin service : plugin.services()) {
                String name = "class " + service.getClass().getName();
                if (plugin.problems().isEmpty()) {
                    Outcome outcome = plugin.plugins().calling(identity, () -> contracts.hold(service));
                    // What cannot be made is among the findings already, by its name.
                    tell(name, Contracts.PLUGIN, anyUnmade ? outcome.without("componentsAreMade") : outcome);
                } else {
                    told(name, "not checked: it would be refused");
                }
            }
        }

        private void component(Kind<?, ?> kind, Registered<?> component) {
            // A contract judges what the plugin does itself; a guard would change what it throws.
            ComponentFactory<?, ?> factory = (ComponentFactory<?, ?>) Guarded.behind(component.factory());
            Declared declared = component.declared();
            String name = kind + " '" + declared.name() + "'";
            adviseOnSummary(name, declared.summary());
            List<String> missing = Options.describe(declared.options()).stream()
                    .filter(OptionDescription::required)
                    .map(OptionDescription::key)
                    .toList();
            if (!missing.isEmpty()) {
                String options = missing.size() == 1 ? "option " : "options ";
                told(name, "not checked: " + options + String.join(", ", missing) + " must be given");
                return;
            }
            plugin.plugins()
                    .calling(
                            component.plugin(),
                            () -> bound(kind, name, declared, factory)
                                    .filter(subject -> canBeMade(kind, name, subject))
                                    .map(subject -> hold(kind, name, subject)));
        }

        private void adviseOnSummary(String name, String summary) {
            if (!summary.isBlank() && !summary.endsWith(".")) {
                notes.add(name + ": its summary is no sentence, for it does not end in a full stop: "
                        + PluginText.line(summary));
            }
        }

        private Optional<CheckedComponent> bound(
                Kind<?, ?> kind, String name, Declared declared, ComponentFactory<?, ?> factory) {
            try {
                Record options = Experiments.defaults(
                                kind, declared.name(), plugin.plugins().registry(), context)
                        .options();
                return Optional.of(new CheckedComponent(factory, options, context, Set.of()));
            } catch (RectifyException e) {
                found(name, "its options do not take their defaults: " + e.getMessage());
                return Optional.empty();
            }
        }

        private boolean canBeMade(Kind<?, ?> kind, String name, CheckedComponent subject) {
            try {
                Object made = subject.make(Object.class);
                if (made instanceof AutoCloseable closeable) {
                    closeable.close();
                }
                if (kind.component().isInstance(made)) {
                    return true;
                }
                found(
                        name,
                        "create() gives "
                                + (made == null
                                        ? "null"
                                        : "a " + made.getClass().getName()));
            } catch (RectifyException e) {
                if (e.category() == Category.DATA) {
                    told(name, "not checked: " + Reason.firstLine(e));
                } else {
                    found(name, "create() refuses the defaults of its options: " + e.getMessage());
                }
            } catch (Throwable thrown) {
                found(name, "create() with the defaults of its options " + Reason.of(thrown));
            }
            return false;
        }

        private Outcome hold(Kind<?, ?> kind, String name, CheckedComponent subject) {
            Contract contract = Contracts.of(kind);
            Outcome outcome = contracts.hold(subject, contract);
            tell(name, contract, outcome);
            return outcome;
        }

        private void tell(String name, Contract contract, Outcome outcome) {
            int failed = outcome.failures().size();
            String checks = outcome.checks() + " checks of " + contract.name();
            String taken = outcome.traits().isEmpty()
                    ? ""
                    : outcome.traits().stream()
                            .map(Trait::text)
                            .collect(Collectors.joining(" and ", ", taken for one ", ""));
            told(name, (failed == 0 ? checks : failed + " of " + checks + " failed") + taken);
            outcome.failures().forEach((check, reason) -> findings.add(name + ": " + check + ": " + reason));
        }

        private void found(String name, String fault) {
            told(name, "cannot be made");
            anyUnmade = true;
            findings.add(name + ": " + fault);
        }

        private void told(String name, String what) {
            out.println("  " + name + ": " + what);
            out.flush();
        }

        private void report() {
            numbered(findings.isEmpty() ? "no findings" : count(findings.size(), "finding") + ":", findings);
            if (!notes.isEmpty()) {
                numbered(count(notes.size(), "note") + ":", notes);
            }
            out.flush();
        }

        private static String count(int number, String what) {
            return number + " " + what + (number == 1 ? "" : "s");
        }

        private void numbered(String heading, List<String> lines) {
            out.println(heading);
            for (int i = 0; i < lines.size(); i++) {
                out.println("  " + (i + 1) + ". " + lines.get(i));
            }
        }
    }
}
