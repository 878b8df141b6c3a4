package dev.confluencekit.consumer;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Java types and parts of signatures in words that are the same on every JDK. */
final class Signatures {
    /** What a caller's compiler takes note of; all others are the library's own business. */
    private static final Set<Class<? extends Annotation>> TOLD =
            Set.of(Nullable.class, NullMarked.class, NullUnmarked.class, FunctionalInterface.class, SafeVarargs.class);

    private Signatures() {}

    static String name(Class<?> type) {
        String name = String.valueOf(type.getCanonicalName());
        return !type.isPrimitive() && type.getPackageName().equals("java.lang")
                ? name.substring("java.lang.".length())
                : name;
    }

    static String annotations(AnnotatedElement element) {
        return Arrays.stream(element.getDeclaredAnnotations())
                .flatMap(Signatures::told)
                .sorted()
                .map(text -> text + " ")
                .collect(Collectors.joining());
    }

    private static Stream<String> told(Annotation annotation) {
        if (annotation instanceof Deprecated deprecated) {
            String since = deprecated.since().isEmpty() ? "" : "since = \"" + deprecated.since() + "\", ";
            return Stream.of("@Deprecated(" + since + "forRemoval = " + deprecated.forRemoval() + ")");
        }
        return TOLD.contains(annotation.annotationType())
                ? Stream.of("@" + annotation.annotationType().getSimpleName())
                : Stream.empty();
    }

    static String type(AnnotatedType type) {
        if (type instanceof AnnotatedArrayType array) {
            return type(array.getAnnotatedGenericComponentType()) + arrayBrackets(array, "[]");
        }
        String annotations = annotations(type);
        if (type instanceof AnnotatedParameterizedType generic) {
            Class<?> raw = (Class<?>) ((ParameterizedType) generic.getType()).getRawType();
            return annotations
                    + name(raw)
                    + joined(generic.getAnnotatedActualTypeArguments(), Signatures::type, "<", ">");
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return annotations + "?" + bounds(wildcard.getAnnotatedLowerBounds(), " super ")
                    + bounds(wildcard.getAnnotatedUpperBounds(), " extends ");
        }
        if (type instanceof AnnotatedTypeVariable) {
            return annotations + type.getType().getTypeName();
        }
        return annotations + name((Class<?>) type.getType());
    }

    private static String arrayBrackets(AnnotatedArrayType array, String brackets) {
        String annotations = annotations(array);
        return annotations.isEmpty() ? brackets : " " + annotations + brackets;
    }

    private static String bounds(AnnotatedType[] bounds, String keyword) {
        List<AnnotatedType> said = Arrays.stream(bounds)
                .filter(bound ->
                        bound.getType() != Object.class || !annotations(bound).isEmpty())
                .toList();
        return said.isEmpty()
                ? ""
                : keyword + said.stream().map(Signatures::type).collect(Collectors.joining(" & "));
    }

    static String typeParameters(TypeVariable<?>[] variables) {
        return joined(
                variables, v -> annotations(v) + v.getName() + bounds(v.getAnnotatedBounds(), " extends "), "<", ">");
    }

    static String parameters(Executable executable) {
        Parameter[] parameters = executable.getParameters();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            AnnotatedType type = parameters[i].getAnnotatedType();
            boolean dots = executable.isVarArgs() && i == parameters.length - 1;
            String text = dots && type instanceof AnnotatedArrayType array
                    ? type(array.getAnnotatedGenericComponentType()) + arrayBrackets(array, "...")
                    : type(type);
            texts.add(text + " " + parameters[i].getName());
        }
        return "(" + String.join(", ", texts) + ")";
    }

    static String thrown(Executable executable) {
        return joined(executable.getAnnotatedExceptionTypes(), Signatures::type, " throws ", "");
    }

    static <T> String joined(T[] parts, java.util.function.Function<T, String> text, String before, String after) {
        return parts.length == 0 ? "" : Arrays.stream(parts).map(text).collect(Collectors.joining(", ", before, after));
    }

    static boolean isObject(@Nullable Type type) {
        return type == null || type == Object.class;
    }
}
