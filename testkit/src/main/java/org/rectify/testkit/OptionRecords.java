package org.rectify.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rectify.api.component.Describe;
import org.rectify.api.component.Interval;
import org.rectify.api.component.PerLayer;

/** Options records seen through reflection: keys, defaults, and values for trying their constructors. */
final class OptionRecords {

    private static final List<Double> CANDIDATES = List.of(1.0, 0.0, 0.5, 2.0, -1.0, 10.0, 100.0, 1000.0);

    private OptionRecords() {}

    /** The key in experiment files: the component's name in kebab-case. */
    static String key(RecordComponent component) {
        return component.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The option's place in the record. */
    static int index(RecordComponent component) {
        return Arrays.stream(component.getDeclaringRecord().getRecordComponents())
                .map(RecordComponent::getName)
                .toList()
                .indexOf(component.getName());
    }

    /** The value of an option that is not given; empty when it must be given. */
    static Optional<Object> defaultOf(RecordComponent component) {
        Describe description = component.getAnnotation(Describe.class);
        if (description != null && !description.defaultsTo().isEmpty()) {
            return Optional.of(read(component.getGenericType(), description.defaultsTo()));
        }
        return component.getType() == Optional.class ? Optional.of(Optional.empty()) : Optional.empty();
    }

    /** The option's default, or else some value of its type and range. */
    static Object sample(RecordComponent component, @Nullable Interval range) {
        return defaultOf(component).orElseGet(() -> sample(component.getGenericType(), range));
    }

    /** The numbers' type: the type itself, or that of the elements of a list, a value for each layer, an optional. */
    static Class<?> elementType(Type type) {
        return type instanceof ParameterizedType generic
                ? elementType(generic.getActualTypeArguments()[0])
                : (Class<?>) type;
    }

    /** Wraps an element as the type asks: in a list, as the value of every layer, or not at all. */
    static Object wrap(Type type, Object element) {
        if (!(type instanceof ParameterizedType generic)) {
            return element;
        }
        Object inner = wrap(generic.getActualTypeArguments()[0], element);
        if (generic.getRawType() == List.class) {
            return List.of(inner);
        }
        if (generic.getRawType() == PerLayer.class) {
            return PerLayer.all(inner);
        }
        if (generic.getRawType() == Optional.class) {
            return Optional.of(inner);
        }
        throw unknown(type);
    }

    /** Reads a text as it would stand in an experiment file. */
    static Object read(Type type, String text) {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class && isComponent(elementType(element)) && text.equals("none")) {
                return Optional.empty();
            }
            boolean bracketed = text.startsWith("[") && text.endsWith("]");
            if (generic.getRawType() == List.class && bracketed) {
                return readList(element, text);
            }
            if (generic.getRawType() == PerLayer.class && bracketed) {
                return new PerLayer<>(readList(element, text));
            }
            if (generic.getRawType() == List.class) {
                throw new IllegalArgumentException("\"" + text + "\" is not a list: it has no brackets");
            }
            return wrap(generic, read(element, text));
        }
        return readScalar((Class<?>) type, text);
    }

    private static List<Object> readList(Type element, String text) {
        String inside = text.substring(1, text.length() - 1).strip();
        return inside.isEmpty()
                ? List.of()
                : Arrays.stream(inside.split(",", -1))
                        .map(part -> read(element, part.strip()))
                        .toList();
    }

    private static Object readScalar(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (isComponent(type)) {
            return standIn(type);
        }
        if (type == Path.class) {
            return Path.of(text);
        }
        if (type == boolean.class || type == Boolean.class) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("\"" + text + "\" is neither true nor false");
            }
            return text.equals("true");
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        return readNumber(type, text);
    }

    /** Whether an option holds a component, or several. */
    static boolean holdsComponents(Type type) {
        return isComponent(elementType(type));
    }

    /** Whether an option holds a component, which the engine finds by its name. */
    private static boolean isComponent(Class<?> type) {
        return type.isInterface() && type != Path.class;
    }

    /** A component that options may keep; nothing can be asked of it. */
    private static Object standIn(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            throw new IllegalStateException(
                    "options ask a " + type.getSimpleName() + " for " + method.getName() + " when they are made");
        });
    }

    private static Object constant(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("\"" + text + "\" is none of " + Arrays.toString(type.getEnumConstants()));
    }

    private static Object readNumber(Class<?> type, String text) {
        try {
            if (isOneOf(type, int.class, Integer.class)) {
                return Integer.valueOf(text);
            }
            if (isOneOf(type, long.class, Long.class)) {
                return Long.valueOf(text);
            }
            if (isOneOf(type, float.class, Float.class)) {
                return Float.valueOf(text);
            }
            if (isOneOf(type, double.class, Double.class)) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a number of type " + type.getSimpleName(), e);
        }
        throw unknown(type);
    }

    /** A number as a numeric type, boxed; the type's nearest where it has not that number. */
    static Object number(Class<?> type, double value) {
        if (isOneOf(type, int.class, Integer.class)) {
            return (int) value;
        }
        if (isOneOf(type, long.class, Long.class)) {
            return (long) value;
        }
        return isOneOf(type, float.class, Float.class) ? (Object) (float) value : (Object) value;
    }

    static boolean isWhole(Class<?> type) {
        return isOneOf(type, int.class, Integer.class) || isOneOf(type, long.class, Long.class);
    }

    static boolean isFractional(Class<?> type) {
        return isOneOf(type, float.class, Float.class) || isOneOf(type, double.class, Double.class);
    }

    private static Object sample(Type type, @Nullable Interval range) {
        Class<?> element = elementType(type);
        if (isWhole(element) || isFractional(element)) {
            double value = CANDIDATES.stream()
                    .filter(candidate -> range == null || range.contains(candidate))
                    .findFirst()
                    .orElseGet(() -> range == null ? 1 : (range.lowest() + range.highest()) / 2);
            return wrap(type, number(element, value));
        }
        if (element.isEnum()) {
            return wrap(type, element.getEnumConstants()[0]);
        }
        return wrap(
                type, readScalar(element, element == boolean.class || element == Boolean.class ? "true" : "sample"));
    }

    /** Calls the canonical constructor, rethrowing what it throws. */
    static <O extends Record> O construct(Class<O> options, Object[] values) {
        Class<?>[] types = Arrays.stream(options.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<O> constructor = options.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalArgumentException("the constructor of " + options.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot construct " + options.getName(), e);
        }
    }

    private static boolean isOneOf(Class<?> type, Class<?> primitive, Class<?> boxed) {
        return type == primitive || type == boxed;
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException("the testkit does not know options of type " + type.getTypeName());
    }
}
