package org.rectify.api.stability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The public and protected signatures of compiled classes, one a line: for each type, by name, a line of its own and one for each
 * member. What follows from a record's components, and what every object has, is left out.
 */
final class Signatures {

    private static final String CLASS_FILE = ".class";
    private static final int EXECUTABLE_MODIFIERS =
            Modifier.PUBLIC | Modifier.PROTECTED | Modifier.ABSTRACT | Modifier.STATIC | Modifier.FINAL;

    private Signatures() {}

    /** The signatures of all classes below a folder, which are on the class path. */
    static List<String> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(CLASS_FILE) && !file.endsWith("-info.class"))
                    .map(file -> load(file.substring(0, file.length() - CLASS_FILE.length())
                            .replace('/', '.')))
                    .filter(Signatures::isVisible)
                    .sorted((one, other) -> one.getName().compareTo(other.getName()))
                    .flatMap(type -> of(type).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Signatures.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is no class of the class path", e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return !type.isAnonymousClass() && isVisible(type.getModifiers()) && (outer == null || isVisible(outer));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    /** The type's own line, then those of its members in alphabetical order. */
    static List<String> of(Class<?> type) {
        List<String> members = new ArrayList<>();
        members(type.getDeclaredFields()).map(Signatures::field).forEach(members::add);
        members(type.getDeclaredConstructors())
                .filter(constructor -> !isCanonical(type, constructor))
                .map(Signatures::constructor)
                .forEach(members::add);
        members(type.getDeclaredMethods())
                .filter(method -> !isImplied(type, method))
                .map(Signatures::method)
                .forEach(members::add);
        return Stream.concat(
                        Stream.of(type.getName() + ": " + header(type)),
                        members.stream().sorted().map(member -> type.getName() + ": " + member))
                .toList();
    }

    private static <M extends Member> Stream<M> members(M[] declared) {
        return Arrays.stream(declared).filter(member -> isVisible(member.getModifiers()) && !member.isSynthetic());
    }

    private static String header(Class<?> type) {
        boolean plain = !type.isInterface() && !type.isRecord() && !type.isEnum();
        int told = plain ? Modifier.ABSTRACT | Modifier.STATIC | Modifier.FINAL : 0;
        boolean sealed = type.isSealed() && !type.isEnum();
        return words(
                experimental(type, type.getPackage()),
                Modifier.toString(type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED | told)),
                sealed ? "sealed" : "",
                kind(type) + variables(type.getTypeParameters()) + components(type),
                plain ? names("extends ", parent(type)) : "",
                names(type.isInterface() ? "extends " : "implements ", Arrays.stream(type.getGenericInterfaces())),
                sealed ? names("permits ", Arrays.stream(type.getPermittedSubclasses())) : "");
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "annotation";
        }
        if (type.isInterface()) {
            return "interface";
        }
        if (type.isEnum()) {
            return "enum";
        }
        return type.isRecord() ? "record" : "class";
    }

    private static Stream<Type> parent(Class<?> type) {
        return Stream.of(type.getGenericSuperclass()).filter(parent -> parent != Object.class);
    }

    private static String components(Class<?> type) {
        if (!type.isRecord()) {
            return "";
        }
        return Arrays.stream(type.getRecordComponents())
                .map(component -> typed(component.getAnnotatedType()) + " " + component.getName())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String field(Field field) {
        return words(
                "field",
                Modifier.toString(field.getModifiers()),
                field.isEnumConstant() ? "constant" : typed(field.getAnnotatedType()),
                field.getName());
    }

    private static String constructor(Constructor<?> constructor) {
        return words(
                "constructor",
                Modifier.toString(constructor.getModifiers() & EXECUTABLE_MODIFIERS),
                variables(constructor.getTypeParameters()),
                parameters(constructor),
                names("throws ", Arrays.stream(constructor.getGenericExceptionTypes())));
    }

    private static String method(Method method) {
        Object preset = method.getDefaultValue();
        return words(
                "method",
                experimental(method),
                Modifier.toString(method.getModifiers() & EXECUTABLE_MODIFIERS),
                method.isDefault() ? "default" : "",
                variables(method.getTypeParameters()),
                typed(method.getAnnotatedReturnType()),
                method.getName() + parameters(method),
                names("throws ", Arrays.stream(method.getGenericExceptionTypes())),
                preset == null ? "" : "= '" + preset + "'");
    }

    /** The constructor that a record's components imply. */
    private static boolean isCanonical(Class<?> type, Constructor<?> constructor) {
        return type.isRecord()
                && Arrays.equals(
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray(),
                        constructor.getParameterTypes());
    }

    /** What every record, every enum or every object has. */
    private static boolean isImplied(Class<?> type, Method method) {
        boolean ofRecord = type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getAccessor().equals(method));
        boolean ofEnum = type.isEnum() && List.of("values", "valueOf").contains(method.getName());
        boolean ofObject = Arrays.stream(Object.class.getMethods())
                .anyMatch(inherited -> inherited.getName().equals(method.getName())
                        && Arrays.equals(inherited.getParameterTypes(), method.getParameterTypes()));
        return ofRecord || ofEnum || ofObject;
    }

    private static String experimental(AnnotatedElement... elements) {
        return Arrays.stream(elements).anyMatch(element -> element.isAnnotationPresent(Experimental.class))
                ? "@Experimental"
                : "";
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getAnnotatedParameterTypes())
                .map(Signatures::typed)
                .collect(Collectors.joining(", ", "(", executable.isVarArgs() ? "...)" : ")"));
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName()
                                + names(
                                        " extends ",
                                        Arrays.stream(variable.getBounds()).filter(bound -> bound != Object.class)))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String typed(AnnotatedType type) {
        return (type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "")
                + type.getType().getTypeName();
    }

    private static String names(String before, Stream<? extends Type> types) {
        String names = types.map(Type::getTypeName).sorted().collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : before + names;
    }

    private static String words(String... words) {
        return Arrays.stream(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }
}
