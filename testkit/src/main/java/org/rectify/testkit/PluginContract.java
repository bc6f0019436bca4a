package org.rectify.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rectify.api.component.ComponentFactory;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Interval;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.component.Objection;
import org.rectify.api.dataset.DatasetFactory;
import org.rectify.api.executor.TrialExecutorFactory;
import org.rectify.api.facts.Task;
import org.rectify.api.plugin.Plugin;

/**
 * What every plugin must satisfy; its author extends this class and names the plugin.
 *
 * <p>Checked are the services file, the constructor, and for each component of every kind its names, its summary, its
 * options record, what it objects to, and that it can be made. Options may be numbers, booleans, texts, paths, enums, components, and lists, optionals and values for
 * each layer of these.
 *
 * @since 0.1
 */
public abstract class PluginContract {

    private static final String KEBAB_CASE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /** The plugin under test, as its constructor makes it. */
    protected abstract Plugin plugin();

    @Test
    final void theServicesFileNamesThePlugin() {
        Class<? extends Plugin> type = plugin().getClass();
        List<Class<? extends Plugin>> found = new ArrayList<>();
        ServiceLoader.load(Plugin.class, type.getClassLoader()).stream()
                .forEach(provider -> found.add(provider.type()));
        assertThat(found)
                .as("classes named in META-INF/services/%s", Plugin.class.getName())
                .contains(type);
    }

    @Test
    final void theConstructorIsPublicAndTakesNothing() {
        Class<? extends Plugin> type = plugin().getClass();
        assertThat(Modifier.isPublic(type.getModifiers()))
                .as("%s is public", type.getName())
                .isTrue();
        assertThatCode(type::getConstructor)
                .as("public constructor without parameters of %s", type.getName())
                .doesNotThrowAnyException();
    }

    @Test
    final void itContributesAComponent() {
        assertThat(contributions().values()).as("components of all kinds").anyMatch(factories -> !factories.isEmpty());
    }

    @Test
    final void namesAreKebabCaseAndUniqueInTheirKind() {
        contributions().forEach((kind, factories) -> {
            Set<String> taken = new HashSet<>();
            for (String name : namesOf(factories)) {
                assertThat(name).as("a name among the %s", kind).matches(KEBAB_CASE);
                assertThat(taken.add(name))
                        .as("%s is claimed once among the %s", name, kind)
                        .isTrue();
            }
        });
    }

    @Test
    final void namesAreTheSameEachTime() {
        Plugin plugin = plugin();
        contributions(plugin)
                .forEach((kind, factories) -> assertThat(
                                namesOf(contributions(plugin).getOrDefault(kind, List.of())))
                        .as("names of the %s, asked a second time", kind)
                        .isEqualTo(namesOf(factories)));
    }

    @Test
    final void everyComponentHasASummary() {
        forEachFactory((label, factory) ->
                assertThat(factory.summary()).as("summary of %s", label).isNotBlank());
    }

    @Test
    final void everyOptionIsDescribed() {
        forEachOption((label, factory, option) -> {
            Describe description = option.getAnnotation(Describe.class);
            assertThat(description).as("@Describe of %s", label).isNotNull();
            assertThat(description.value()).as("description of %s", label).isNotBlank();
        });
    }

    @Test
    final void everyRangeIsAnIntervalOfNumbers() {
        forEachOption((label, factory, option) -> {
            Describe description = option.getAnnotation(Describe.class);
            if (description != null && !description.range().isEmpty()) {
                assertThatCode(() -> Interval.parse(description.range()))
                        .as("range of %s", label)
                        .doesNotThrowAnyException();
                Class<?> type = OptionRecords.elementType(option.getGenericType());
                assertThat(OptionRecords.isWhole(type) || OptionRecords.isFractional(type))
                        .as("%s has a range and is a number", label)
                        .isTrue();
            }
        });
    }

    @Test
    final void everyDefaultFitsItsTypeAndRange() {
        forEachOption((label, factory, option) -> {
            assertThatCode(() -> OptionRecords.defaultOf(option))
                    .as("default of %s", label)
                    .doesNotThrowAnyException();
            Interval range = rangeOf(option);
            if (range != null) {
                OptionRecords.defaultOf(option)
                        .ifPresent(value -> assertThat(OptionNumbers.in(value))
                                .as("default of %s", label)
                                .allMatch(range::contains, "in " + range));
            }
        });
        forEachFactory((label, factory) -> {
            Class<? extends Record> options = factory.options();
            if (Arrays.stream(options.getRecordComponents())
                    .allMatch(option -> OptionRecords.defaultOf(option).isPresent())) {
                assertThatCode(() -> Components.defaultOptions(options))
                        .as("constructor of the options of %s, given all defaults", label)
                        .doesNotThrowAnyException();
            }
        });
    }

    @Test
    final void optionsRefuseNumbersOutsideTheirRange() {
        forEachOption((label, factory, option) -> {
            Interval range = rangeOf(option);
            if (range != null) {
                Class<?> type = OptionRecords.elementType(option.getGenericType());
                for (Object outside : OptionNumbers.justOutside(type, range)) {
                    assertRefused(label, factory.options(), option, outside);
                }
            }
        });
    }

    @Test
    final void checksAnswerWithObjections() {
        for (TestFacts facts : experiments()) {
            forEachMadeFactory((label, factory, values) -> {
                List<Objection> objections = checked(label, factory, values, facts);
                Set<String> keys = Arrays.stream(factory.options().getRecordComponents())
                        .map(OptionRecords::key)
                        .collect(Collectors.toSet());
                for (Objection objection : objections) {
                    String option = objection.option().replaceFirst("\\[\\d+]$", "");
                    assertThat(option.isEmpty() || keys.contains(option))
                            .as("'%s' in an objection of %s is an option of it: %s", objection.option(), label, keys)
                            .isTrue();
                }
            });
        }
    }

    @Test
    final void componentsAreMade() {
        forEachMadeFactory((label, factory, values) -> {
            if (!(factory instanceof DatasetFactory) && !(factory instanceof TrialExecutorFactory)) {
                assertMade(label, factory, values);
            }
        });
    }

    /** An experiment of either task, one without hidden layers, and one whose data were not opened. */
    private static List<TestFacts> experiments() {
        TestFacts classes = TestFacts.of(Task.CLASSIFICATION);
        return List.of(classes, TestFacts.of(Task.REGRESSION), classes.withHiddenLayers(), classes.withoutData());
    }

    private static <O extends Record> List<Objection> checked(
            String label, ComponentFactory<?, O> factory, Object[] values, TestFacts facts) {
        O options = OptionRecords.construct(factory.options(), values);
        return answered(
                "check of %s in the experiment %s".formatted(label, facts), () -> factory.check(options, facts));
    }

    private static <O extends Record> void assertMade(String label, ComponentFactory<?, O> factory, Object[] values) {
        O options = OptionRecords.construct(factory.options(), values);
        TestContext context =
                TestContext.in(Path.of(System.getProperty("java.io.tmpdir"))).withHiddenLayers(30, 30);
        answered("what is made of " + label, () -> (Object) factory.create(options, context));
    }

    /** What a factory answers; it throws nothing, and the answer is there. */
    private static <T> T answered(String what, Supplier<T> question) {
        List<T> answers = new ArrayList<>();
        assertThatCode(() -> answers.add(question.get())).as(what).doesNotThrowAnyException();
        assertThat(answers).as(what).doesNotContainNull();
        return answers.get(0);
    }

    private static void assertRefused(
            String label, Class<? extends Record> options, RecordComponent option, Object outside) {
        Object[] values = samples(options);
        boolean samplesAreAccepted = catchThrowable(() -> OptionRecords.construct(options, values)) == null;
        Type type = option.getGenericType();
        values[OptionRecords.index(option)] = OptionRecords.wrap(type, outside);
        Throwable refusal = catchThrowable(() -> OptionRecords.construct(options, values));
        assertThat(refusal)
                .as("refusal of %s = %s by the options' constructor", label, outside)
                .isInstanceOf(InvalidOptionException.class);
        if (samplesAreAccepted && refusal instanceof InvalidOptionException invalid) {
            assertThat(invalid.option())
                    .as("option named on refusal of %s", label)
                    .isEqualTo(OptionRecords.key(option));
        }
    }

    private static Object[] samples(Class<? extends Record> options) {
        return Arrays.stream(options.getRecordComponents())
                .map(option -> OptionRecords.sample(option, rangeOf(option)))
                .toArray();
    }

    private static @Nullable Interval rangeOf(RecordComponent option) {
        Describe description = option.getAnnotation(Describe.class);
        return description == null || description.range().isEmpty() ? null : Interval.parse(description.range());
    }

    private interface FactoryCheck {
        void check(String label, ComponentFactory<?, ?> factory);
    }

    private interface OptionCheck {
        void check(String label, ComponentFactory<?, ?> factory, RecordComponent option);
    }

    private interface MadeCheck {
        void check(String label, ComponentFactory<?, ?> factory, Object[] values);
    }

    /** With values of all options; those that hold components, which only the engine can make, are left out. */
    private void forEachMadeFactory(MadeCheck check) {
        forEachFactory((label, factory) -> {
            Class<? extends Record> options = factory.options();
            boolean plain = Arrays.stream(options.getRecordComponents())
                    .noneMatch(option -> OptionRecords.holdsComponents(option.getGenericType()));
            if (plain && catchThrowable(() -> OptionRecords.construct(options, samples(options))) == null) {
                check.check(label, factory, samples(options));
            }
        });
    }

    private void forEachFactory(FactoryCheck check) {
        contributions()
                .forEach((kind, factories) ->
                        factories.forEach(factory -> check.check(factory.name() + " among the " + kind, factory)));
    }

    private void forEachOption(OptionCheck check) {
        forEachFactory((label, factory) -> {
            for (RecordComponent option : factory.options().getRecordComponents()) {
                check.check("option " + OptionRecords.key(option) + " of " + label, factory, option);
            }
        });
    }

    private static List<String> namesOf(List<ComponentFactory<?, ?>> factories) {
        List<String> names = new ArrayList<>();
        for (ComponentFactory<?, ?> factory : factories) {
            names.add(factory.name());
            factory.aliases().stream().sorted().forEach(names::add);
        }
        return names;
    }

    private Map<String, List<ComponentFactory<?, ?>>> contributions() {
        return contributions(plugin());
    }

    /** By kind; the kinds are read off the service type, so that one added later is checked too. */
    private static Map<String, List<ComponentFactory<?, ?>>> contributions(Plugin plugin) {
        Map<String, List<ComponentFactory<?, ?>>> contributions = new LinkedHashMap<>();
        for (Method kind : Plugin.class.getMethods()) {
            if (kind.getReturnType() == List.class && kind.getParameterCount() == 0) {
                contributions.put(kind.getName(), contribution(plugin, kind));
            }
        }
        return contributions;
    }

    private static List<ComponentFactory<?, ?>> contribution(Plugin plugin, Method kind) {
        List<ComponentFactory<?, ?>> factories = new ArrayList<>();
        try {
            for (Object factory : (List<?>) kind.invoke(plugin)) {
                factories.add((ComponentFactory<?, ?>) factory);
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(plugin.getClass().getName() + "." + kind.getName() + "() failed", e);
        }
        return factories;
    }
}
