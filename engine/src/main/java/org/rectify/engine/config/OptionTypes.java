package org.rectify.engine.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rectify.api.component.PerLayer;
import org.rectify.engine.component.Kind;
import org.rectify.kernels.network.Named;

/** The types that options can have, and how they are called. */
final class OptionTypes {

    private static final Map<Class<?>, Kind<?, ?>> KINDS =
            Kind.ALL.stream().collect(Collectors.toUnmodifiableMap(Kind::component, Function.identity()));

    private static final Map<Class<?>, Class<?>> BOXED = Map.of(
            int.class, Integer.class, long.class, Long.class, double.class, Double.class, boolean.class, Boolean.class);

    private OptionTypes() {}

    /** The class of a type, boxed, its type arguments left out. */
    static Class<?> rawClass(Type type) {
        Type raw = type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
        return raw instanceof Class<?> plain ? BOXED.getOrDefault(plain, plain) : Object.class;
    }

    /** The first type argument. */
    static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static boolean isWrapper(Class<?> type) {
        return type == DeferredComponent.class || type == Named.class;
    }

    /** Whether a type is a list of components, of which a single one may stand without brackets. */
    static boolean isListOfComponents(Type type) {
        return rawClass(type) == List.class && isWrapper(rawClass(argument(type)));
    }

    /** The kind whose components a type holds, made at once, as a {@link DeferredComponent} or {@link Named}. */
    static Optional<Kind<?, ?>> kind(Type type) {
        Class<?> raw = rawClass(type);
        return Optional.ofNullable(KINDS.get(isWrapper(raw) ? rawClass(argument(type)) : raw));
    }

    /** Whether a value of a type names components, which may be missing for no fault of its own. */
    static boolean holdsComponents(Type type) {
        return kind(type).isPresent()
                || type instanceof ParameterizedType parameterized
                        && Arrays.stream(parameterized.getActualTypeArguments()).anyMatch(OptionTypes::holdsComponents);
    }

    /** Whether a class is a record whose components are options themselves. */
    static boolean isSection(Class<?> type) {
        return type.isRecord() && type != PerLayer.class && !isWrapper(type);
    }

    /** What is accepted for a type, with an article, completing "must be". */
    static String accepted(Type type, String range) {
        String in = range.isEmpty() ? "" : " in " + range;
        Class<?> raw = rawClass(type);
        if (isListOfComponents(type)) {
            return accepted(argument(type), range) + ", or a list of them";
        }
        if (raw == List.class) {
            return "a list [...], each element " + accepted(argument(type), range);
        }
        if (raw == PerLayer.class) {
            return accepted(argument(type), range) + ", or a list of them, one for each hidden layer";
        }
        if (raw == Optional.class) {
            return accepted(argument(type), range);
        }
        if (raw.isEnum()) {
            return "one of " + String.join(", ", constants(raw));
        }
        return kind(type)
                .map(kind -> "the name of a component of kind " + kind + ", or { type = NAME, ... }")
                .orElseGet(() -> acceptedScalar(raw) + in);
    }

    private static String acceptedScalar(Class<?> raw) {
        if (raw == Integer.class || raw == Long.class) {
            return "a whole number";
        }
        if (raw == Double.class) {
            return "a number";
        }
        if (raw == Boolean.class) {
            return "true or false";
        }
        if (raw == Path.class) {
            return "a path";
        }
        return raw.isRecord() ? "an object { ... }" : "a text";
    }

    /** The short name of a type for a table. */
    static String label(Type type) {
        Class<?> raw = rawClass(type);
        if (raw == List.class) {
            return "list of " + label(argument(type));
        }
        if (raw == PerLayer.class) {
            return label(argument(type)) + ", for all hidden layers or each";
        }
        if (raw == Optional.class) {
            return label(argument(type));
        }
        if (raw.isEnum()) {
            return String.join(" | ", constants(raw));
        }
        return kind(type).map(Kind::name).orElseGet(() -> acceptedScalar(raw).replaceFirst("^an? ", ""));
    }

    /** The names of an enum's constants, in their order. */
    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> Kebab.ofConstant((Enum<?>) constant))
                .toList();
    }
}
