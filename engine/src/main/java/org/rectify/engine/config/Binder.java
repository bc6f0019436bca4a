package org.rectify.engine.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rectify.api.component.ComponentContext;
import org.rectify.api.component.Describe;
import org.rectify.api.component.InvalidOptionException;
import org.rectify.api.component.PerLayer;
import org.rectify.api.error.Category;
import org.rectify.api.error.RectifyException;
import org.rectify.engine.component.ComponentRegistry;
import org.rectify.engine.component.Kind;
import org.rectify.engine.config.HoconNode.Mapping;
import org.rectify.engine.config.HoconNode.Scalar;
import org.rectify.engine.config.HoconNode.Sequence;
import org.rectify.engine.guard.PluginText;
import org.rectify.kernels.network.Named;

/**
 * Binds resolved values to records, strictly, and goes on after a problem, so that all problems are found at once.
 *
 * <p>Besides the bound value it keeps the text that would bind to it again, with defaults written out.
 */
final class Binder {

    private static final String TYPE = "type";
    private static final String NAME = "name";
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /**
     * A component that was bound.
     *
     * @param options it was bound to
     * @param path it stands at, without the index of a list of one
     * @param given where it was written
     * @param wrong the keys whose values were refused, and stand at their defaults
     */
    record Made(NamedFactory chosen, Record options, String path, ConfigObject given, Set<String> wrong) {}

    /**
     * A value bound.
     *
     * @param value what it is; an empty Optional where it is absent
     * @param text what binds to it; null where it is absent
     */
    record Bound(Object value, @Nullable HoconNode text) {}

    /**
     * What a value is bound to.
     *
     * @param path keys from the top, and indexes of list elements
     * @param type as the record declares it
     * @param range an interval for numbers, or empty
     */
    private record Target(String path, Type type, String range) {

        Target ofType(Type other) {
            return new Target(path, other, range);
        }

        Target element(int index) {
            return new Target(path + "[" + index + "]", OptionTypes.argument(type), range);
        }

        Class<?> raw() {
            return OptionTypes.rawClass(type);
        }

        String accepted() {
            return "must be " + OptionTypes.accepted(type, range);
        }
    }

    private final ComponentRegistry registry;
    private final ComponentContext context;
    private final boolean layersKnown;
    private final Sources sources;
    private final List<Made> made = new ArrayList<>();

    /**
     * @param context handed to the components that are made
     * @param layersKnown whether the context's hidden layers are those of the experiment
     */
    Binder(ComponentRegistry registry, ComponentContext context, boolean layersKnown, Sources sources) {
        this.registry = registry;
        this.context = context;
        this.layersKnown = layersKnown;
        this.sources = sources;
    }

    /** Every component bound so far, those within others included. */
    List<Made> made() {
        return List.copyOf(made);
    }

    /** Binds the whole of an experiment; empty when there were problems. */
    Optional<Bound> bind(Class<? extends Record> type, ConfigObject object) {
        return Optional.ofNullable(bindRecord(type, object, "", null));
    }

    /** Binds an object below a path, which problems are reported with; empty when there were any. */
    Optional<Bound> bind(Class<? extends Record> type, ConfigObject object, String path) {
        return Optional.ofNullable(bindRecord(type, object, path, null));
    }

    /** Binds one value by itself, or the default where it is null; empty when there were problems. */
    Optional<Object> bindOption(Class<? extends Record> type, String option, @Nullable ConfigValue value) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> key(component).equals(option))
                .findFirst()
                .map(component -> bindPart(component, holding(option, value), "", null, true))
                .map(Bound::value);
    }

    private static ConfigObject holding(String option, @Nullable ConfigValue value) {
        ConfigObject empty = ConfigFactory.empty().root();
        return value == null ? empty : empty.withValue(option, value);
    }

    /** Makes a component with the defaults of its options; empty when it needs more. */
    Optional<Object> bindByName(Kind<?, ?> kind, String name) {
        Target target = new Target(kind.name(), kind.component(), "");
        return Optional.ofNullable(bindComponent(kind, target, ConfigValueFactory.fromAnyRef(name)))
                .map(Bound::value);
    }

    /** Binds a component that is made later; empty when there were problems. */
    @SuppressWarnings("unchecked")
    Optional<DeferredComponent<Object>> bindLater(Kind<?, ?> kind, ConfigObject given) {
        return Optional.ofNullable(bindComponent(kind, new Target("", DeferredComponent.class, ""), given))
                .map(bound -> (DeferredComponent<Object>) bound.value());
    }

    private @Nullable Bound bindValue(Target target, ConfigValue value) {
        Class<?> raw = target.raw();
        if (raw == Optional.class) {
            return bindOptional(target, value);
        }
        if (raw == List.class) {
            return bindList(target, value);
        }
        if (raw == PerLayer.class) {
            return bindPerLayer(target, value);
        }
        Optional<Kind<?, ?>> kind = OptionTypes.kind(target.type());
        if (kind.isPresent()) {
            return bindComponent(kind.get(), target, value);
        }
        if (raw.isRecord()) {
            return value instanceof ConfigObject object
                    ? bindRecord(raw.asSubclass(Record.class), object, target.path(), null)
                    : refused(target, value);
        }
        return bindScalar(target, value);
    }

    private @Nullable Bound bindScalar(Target target, ConfigValue value) {
        try {
            Object scalar = ScalarReader.read(target.raw(), target.range(), value);
            return new Bound(scalar, text(scalar));
        } catch (ScalarReader.Refused e) {
            return refused(target.path(), value, e.fault(), e.help());
        }
    }

    private HoconNode text(Object scalar) {
        if (scalar instanceof Path path) {
            // absolute, so that it means the same wherever the resolved text is kept
            return Scalar.ofText(
                    context.experimentDirectory().resolve(path).normalize().toString());
        }
        if (scalar instanceof Enum<?> constant) {
            return new Scalar(Kebab.ofConstant(constant));
        }
        return scalar instanceof String text ? Scalar.ofText(text) : new Scalar(String.valueOf(scalar));
    }

    private @Nullable Bound bindOptional(Target target, ConfigValue value) {
        Type type = OptionTypes.argument(target.type());
        Optional<Kind<?, ?>> kind = OptionTypes.kind(type);
        if (kind.isPresent()
                && isNone(value)
                && registry.find(kind.get(), "none").isEmpty()) {
            return new Bound(Optional.empty(), null);
        }
        Bound bound = bindValue(target.ofType(type), value);
        return bound == null ? null : new Bound(Optional.of(bound.value()), bound.text());
    }

    private static boolean isNone(ConfigValue value) {
        Object unwrapped = value.unwrapped();
        return unwrapped.equals("none") || unwrapped.equals(Map.of(TYPE, "none"));
    }

    private @Nullable Bound bindList(Target target, ConfigValue value) {
        if (OptionTypes.isListOfComponents(target.type()) && !(value instanceof ConfigList)) {
            return bindListOfOne(target, value);
        }
        if (!(value instanceof ConfigList list)) {
            return refused(target, value);
        }
        List<Object> values = new ArrayList<>();
        List<HoconNode> texts = new ArrayList<>();
        Map<Integer, Named<?>> named = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            Bound element = bindValue(target.element(i), list.get(i));
            if (element != null && element.text() != null) {
                values.add(element.value());
                texts.add(element.text());
                if (element.value() instanceof Named<?> one) {
                    named.put(i, one);
                }
            }
        }
        reportRepeatedNames(target, named, list);
        return values.size() == list.size() ? new Bound(List.copyOf(values), new Sequence(texts)) : null;
    }

    /** A component without brackets, or "none". */
    private @Nullable Bound bindListOfOne(Target target, ConfigValue value) {
        Type element = OptionTypes.argument(target.type());
        Optional<Kind<?, ?>> kind = OptionTypes.kind(element);
        if (isNone(value)
                && kind.filter(known -> registry.find(known, "none").isPresent())
                        .isEmpty()) {
            return new Bound(List.of(), new Sequence(List.of()));
        }
        Bound bound = bindValue(target.ofType(element), value);
        return bound == null ? null : new Bound(List.of(bound.value()), bound.text());
    }

    /** Results are kept by names, so that each can stand once only. */
    private void reportRepeatedNames(Target target, Map<Integer, Named<?>> named, ConfigList list) {
        Map<String, Integer> seen = new HashMap<>();
        named.forEach((index, one) -> {
            Integer earlier = seen.putIfAbsent(one.name(), index);
            if (earlier != null) {
                refused(
                        target.element(index).path(),
                        list.get(index),
                        "the same name as " + target.element(earlier).path(),
                        "accepted: each name once; { type = " + one.type() + ", name = " + one.name()
                                + "-2, ... } gives another");
            }
        });
    }

    private @Nullable Bound bindPerLayer(Target target, ConfigValue value) {
        if (!(value instanceof ConfigList list)) {
            Bound one = bindValue(target.ofType(OptionTypes.argument(target.type())), value);
            return one == null ? null : new Bound(PerLayer.all(one.value()), one.text());
        }
        int layers = context.hiddenLayers().size();
        boolean fits = list.size() == 1 || !layersKnown || list.size() == layers;
        if (list.isEmpty() || !fits) {
            return refused(
                    target.path(),
                    value,
                    list.size() + " values for " + layers + " hidden layers",
                    "accepted: one value, or a list of " + layers + ", as network.hidden has");
        }
        Bound bound = bindList(target, value);
        return bound == null ? null : new Bound(new PerLayer<>((List<?>) bound.value()), bound.text());
    }

    private @Nullable Bound bindComponent(Kind<?, ?> kind, Target target, ConfigValue value) {
        ConfigValue named = value instanceof ConfigObject object ? object.get(TYPE) : value;
        boolean inObject = value instanceof ConfigObject;
        String path = inObject ? below(target.path(), TYPE) : target.path();
        if (named == null) {
            return refused(path, value, "missing; this " + kind + " needs a type", accepted(kind, ""));
        }
        if (named.valueType() != ConfigValueType.STRING) {
            return refused(path, named, target.accepted(), accepted(kind, ""));
        }
        String name = String.valueOf(named.unwrapped());
        Optional<NamedFactory> chosen = NamedFactory.of(registry, kind, name);
        if (chosen.isEmpty()) {
            return refused(path, named, "no such " + kind, accepted(kind, name));
        }
        ConfigObject options =
                inObject ? (ConfigObject) value : ConfigFactory.empty().root().withOrigin(value.origin());
        return bindChosen(chosen.get(), target, options);
    }

    private String accepted(Kind<?, ?> kind, String name) {
        List<String> names = registry.acceptedNames(kind);
        return names.isEmpty()
                ? "no plugin contributes any " + kind + "; is a directory of plugins missing?"
                : Suggestions.help(name, names);
    }

    private @Nullable Bound bindChosen(NamedFactory chosen, Target target, ConfigObject given) {
        boolean named = target.raw() == Named.class;
        ConfigValue ownName = named ? given.get(NAME) : null;
        String name = ownName == null ? chosen.name() : String.valueOf(ownName.unwrapped());
        boolean wrongName = !KEBAB_CASE.matcher(name).matches();
        if (wrongName && ownName != null) {
            refused(
                    below(target.path(), NAME),
                    ownName,
                    "not a name",
                    "accepted: small letters and digits in groups joined by '-', a letter first");
        }
        Bound options = bindRecord(chosen.optionsType(), named ? given.withoutKey(NAME) : given, target.path(), chosen);
        if (options == null || wrongName) {
            return null;
        }
        Map<String, HoconNode> text = new LinkedHashMap<>();
        text.put(TYPE, Scalar.ofText(chosen.name()));
        if (ownName != null) {
            text.put(NAME, Scalar.ofText(name));
        }
        if (options.text() instanceof Mapping mapping) {
            text.putAll(mapping.entries());
        }
        Record record = (Record) options.value();
        made.add(new Made(chosen, record, target.path(), given, Set.of()));
        if (target.raw() == DeferredComponent.class) {
            return new Bound(chosen.choice(record, context, e -> refusal(e, target.path(), given)), new Mapping(text));
        }
        try {
            Object component = chosen.create(record, context);
            return new Bound(named ? new Named<>(name, chosen.name(), component) : component, new Mapping(text));
        } catch (InvalidOptionException e) {
            sources.add(problem(e, target.path(), given));
            return null;
        } catch (RectifyException e) {
            if (e.category() != Category.USER) {
                throw e;
            }
            sources.add(given, target.path(), e.getMessage(), "");
            return null;
        }
    }

    /** The error of options that do not go together, found when the component was made or asked. */
    InvalidExperimentException refusal(InvalidOptionException e, String path, ConfigObject given) {
        return sources.aside().refusal(problem(e, path, given));
    }

    /** Binds a record; {@code component} is the one whose options it holds, if it does. */
    private @Nullable Bound bindRecord(
            Class<? extends Record> type, ConfigObject object, String path, @Nullable NamedFactory component) {
        RecordComponent[] parts = type.getRecordComponents();
        List<String> suggested = reportUnknownKeys(parts, object, path, component);
        Object[] values = new Object[parts.length];
        Map<String, HoconNode> texts = new LinkedHashMap<>();
        boolean complete = true;
        for (int i = 0; i < parts.length; i++) {
            String key = key(parts[i]);
            Bound bound = bindPart(parts[i], object, path, component, suggested.contains(key));
            if (bound == null) {
                complete = false;
                continue;
            }
            values[i] = bound.value();
            if (bound.text() != null) {
                texts.put(key, bound.text());
            }
        }
        if (!complete) {
            if (component != null) {
                considerWithDefaults(component, parts, values, path, object);
            }
            return null;
        }
        try {
            return new Bound(construct(type, parts, values, component), new Mapping(texts));
        } catch (InvalidOptionException e) {
            sources.add(problem(e, path, object));
            return null;
        }
    }

    /** Notes a component whose refused options have defaults, so that it can be asked about its other options. */
    private void considerWithDefaults(
            NamedFactory component, RecordComponent[] parts, Object[] values, String path, ConfigObject object) {
        Binder aside = new Binder(registry, context, layersKnown, sources.aside());
        Set<String> wrong = new HashSet<>();
        Object[] mended = values.clone();
        for (int i = 0; i < parts.length; i++) {
            if (mended[i] == null) {
                wrong.add(key(parts[i]));
                Bound byDefault = aside.bindPart(
                        parts[i], ConfigFactory.empty().root().withOrigin(object.origin()), path, component, true);
                if (byDefault == null) {
                    return;
                }
                mended[i] = byDefault.value();
            }
        }
        try {
            Object options = construct(component.optionsType(), parts, mended, component);
            made.add(new Made(component, (Record) options, path, object, wrong));
        } catch (InvalidOptionException e) {
            // What is wrong with the options that were given is reported already.
            return;
        }
    }

    private @Nullable Bound bindPart(
            RecordComponent part,
            ConfigObject object,
            String path,
            @Nullable NamedFactory component,
            boolean misspelt) {
        String key = key(part);
        Target target = new Target(below(path, key), part.getGenericType(), range(part));
        ConfigValue value = object.get(key);
        if (value != null && value.valueType() != ConfigValueType.NULL) {
            return bindValue(target, value);
        }
        String byDefault = defaultText(part);
        if (!byDefault.isEmpty()) {
            return bindDefault(target, byDefault, object, component);
        }
        if (target.raw() == Optional.class) {
            return new Bound(Optional.empty(), null);
        }
        if (!misspelt) {
            sources.add(object, target.path(), "missing; " + target.accepted(), "");
        }
        return null;
    }

    /** Binds a default as though it were written in the object: the component it names may be missing here. */
    private @Nullable Bound bindDefault(
            Target target, String byDefault, ConfigObject object, @Nullable NamedFactory component) {
        ConfigValue value;
        try {
            value = ConfigFactory.parseString("value = " + byDefault).getValue("value");
        } catch (ConfigException e) {
            throw brokenDefault(target, byDefault, component, "which is not HOCON");
        }
        Bound bound = bindValue(target, written(value, object));
        if (bound == null && !OptionTypes.holdsComponents(target.type())) {
            throw brokenDefault(target, byDefault, component, "which " + target.accepted());
        }
        return bound;
    }

    private static RectifyException brokenDefault(
            Target target, String byDefault, @Nullable NamedFactory component, String why) {
        String what = "gives a record whose " + target.path() + " has the default '" + byDefault + "', " + why;
        return component == null
                ? new RectifyException(Category.INTERNAL, what)
                : component.guard().fault("options", PluginText.line(what));
    }

    /** A value as though it were written where an object is. */
    private static ConfigValue written(ConfigValue value, ConfigObject at) {
        return ConfigValueFactory.fromAnyRef(value.unwrapped(), at.origin().description());
    }

    /** Reports keys the record does not have; the answer are the keys they were taken for. */
    private List<String> reportUnknownKeys(
            RecordComponent[] parts, ConfigObject object, String path, @Nullable NamedFactory component) {
        List<String> known =
                new ArrayList<>(Arrays.stream(parts).map(Binder::key).toList());
        List<String> free =
                known.stream().filter(key -> !object.containsKey(key)).toList();
        if (component != null) {
            known.add(0, TYPE);
        }
        List<String> suggested = new ArrayList<>();
        object.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    Optional<String> nearest = Suggestions.nearest(entry.getKey(), free);
                    nearest.ifPresent(suggested::add);
                    String of = component == null ? "" : " of " + component.kind() + " '" + component.name() + "'";
                    String accepted = "accepted: " + String.join(", ", known);
                    sources.add(
                            entry.getValue(),
                            below(path, entry.getKey()),
                            (component == null ? "unknown key" : "unknown option") + of,
                            nearest.map(name -> accepted + "; did you mean '" + name + "'?")
                                    .orElse(accepted));
                });
        return suggested;
    }

    /** A record from its components; that of a component's options is the plugin's, and stands behind its guard. */
    private static Object construct(
            Class<? extends Record> type, RecordComponent[] parts, Object[] values, @Nullable NamedFactory component) {
        if (component != null) {
            return component.guard().ask("new " + type.getSimpleName(), () -> make(type, parts, values));
        }
        try {
            return make(type, parts, values);
        } catch (RectifyException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RectifyException(Category.INTERNAL, "the record " + type.getName() + " cannot be made: " + e, e);
        }
    }

    /** Reflection of the one kind Rectify allows itself: a record is made from its components. */
    private static Object make(Class<? extends Record> type, RecordComponent[] parts, Object[] values) {
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw Binder.<RuntimeException>raised(e.getTargetException());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record " + type.getName() + " cannot be made", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T raised(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private Problem problem(InvalidOptionException e, String path, ConfigObject object) {
        ConfigValue value = object.get(e.option());
        Location where = sources.locate(value == null ? object.origin() : value.origin());
        return new Problem(where, below(path, e.option()), Sources.printable(e.found()), "must be " + e.accepted(), "");
    }

    private @Nullable Bound refused(Target target, ConfigValue value) {
        return refused(target.path(), value, target.accepted(), "");
    }

    private @Nullable Bound refused(String path, ConfigValue value, String fault, String help) {
        sources.add(new Problem(sources.locate(value.origin()), path, ScalarReader.shown(value), fault, help));
        return null;
    }

    private static String below(String path, String key) {
        String shown = Sources.printable(ConfigUtil.joinPath(key));
        return path.isEmpty() ? shown : path + "." + shown;
    }

    private static String key(RecordComponent component) {
        return Kebab.ofCamelCase(component.getName());
    }

    private static String range(RecordComponent component) {
        Describe describe = component.getAnnotation(Describe.class);
        return describe == null ? "" : describe.range();
    }

    private static String defaultText(RecordComponent component) {
        Describe describe = component.getAnnotation(Describe.class);
        return describe == null ? "" : describe.defaultsTo();
    }
}
