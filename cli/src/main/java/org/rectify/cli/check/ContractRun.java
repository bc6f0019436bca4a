package org.rectify.cli.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.rectify.api.plugin.Plugin;
import org.rectify.cli.check.Contracts.Contract;

/** Runs contracts within this process, on JUnit. */
final class ContractRun implements AutoCloseable {

    /** Longer than any contract of a component that returns. */
    private static final String TIMEOUT = "5 m";

    /** Nothing of the class path or of a plugin takes part, but the engine named. */
    private final LauncherSession session = LauncherFactory.openSession(LauncherConfig.builder()
            .enableTestEngineAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .addTestEngines(new JupiterTestEngine())
            .build());

    /**
     * What came out.
     *
     * @param checks how many were made
     * @param failures what is wrong, by the name of the check
     * @param traits that the subject had to be taken to have
     */
    record Outcome(int checks, Map<String, String> failures, List<Trait> traits) {

        /** Without one failure. */
        Outcome without(String check) {
            Map<String, String> others = new LinkedHashMap<>(failures);
            others.remove(check);
            return new Outcome(checks, others, traits);
        }
    }

    /** Holds a plugin to the contract of plugins. */
    Outcome hold(Plugin plugin) {
        Tally tally = run(plugin, List.of(DiscoverySelectors.selectClass(Contracts.PLUGIN.tests())));
        return new Outcome(tally.checks, tally.failures, List.of());
    }

    /** Holds a component to the contract of its kind; what fails is tried with one other trait after another. */
    Outcome hold(CheckedComponent subject, Contract contract) {
        Tally first = run(subject, List.of(DiscoverySelectors.selectClass(contract.tests())));
        Map<String, String> failures = new LinkedHashMap<>(first.failures);
        List<Trait> taken = new ArrayList<>();
        for (Trait trait : first.failures.isEmpty() ? List.<Trait>of() : contract.traits()) {
            Set<String> left = run(subject.with(trait), selectors(contract, first.failures.keySet()))
                    .failures
                    .keySet();
            if (left.isEmpty()) {
                return new Outcome(first.checks, Map.of(), List.of(trait));
            }
            if (failures.keySet().retainAll(left)) {
                taken.add(trait);
            }
        }
        return new Outcome(first.checks, failures, List.copyOf(taken));
    }

    private static List<DiscoverySelector> selectors(Contract contract, Set<String> checks) {
        return checks.stream()
                .<DiscoverySelector>map(check -> DiscoverySelectors.selectMethod(contract.tests(), check))
                .toList();
    }

    private Tally run(Object subject, List<DiscoverySelector> selectors) {
        ContractParameters.put(session, subject);
        Tally tally = new Tally();
        session.getLauncher()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectors)
                                .enableImplicitConfigurationParameters(false)
                                .configurationParameter("junit.jupiter.execution.timeout.default", TIMEOUT)
                                .configurationParameter(
                                        "junit.jupiter.execution.timeout.thread.mode.default", "SEPARATE_THREAD")
                                .build(),
                        tally);
        return tally;
    }

    @Override
    public void close() {
        session.close();
    }

    /** Counts the tests and keeps what failed. */
    private static final class Tally implements TestExecutionListener {

        private final Map<String, String> failures = new LinkedHashMap<>();
        private int checks;

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (identifier.isTest() && result.getStatus() != TestExecutionResult.Status.ABORTED) {
                checks++;
            }
            result.getThrowable()
                    .filter(thrown -> result.getStatus() == TestExecutionResult.Status.FAILED)
                    .ifPresent(thrown -> failures.put(name(identifier), Reason.of(thrown)));
        }

        private static String name(TestIdentifier identifier) {
            return identifier
                    .getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getMethodName())
                    .orElse(identifier.getDisplayName());
        }
    }
}
