package dev.confluencekit.content.records;

import dev.confluencekit.content.IncludedList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;

/** The records of the module, found among its classes, so that a new one cannot be forgotten. */
@NullUnmarked // JSON has nulls everywhere
final class AnswerTypes {
    private static final Path CLASSES = Path.of("target/classes");

    private AnswerTypes() {}

    /** All that is read from JSON objects: the records that keep what they do not know. */
    static List<Class<?>> all() {
        return classes().stream().filter(AnswerTypes::isObject).toList();
    }

    /** Those that are read as a whole document, and not only within others. */
    static List<Class<?>> documents() {
        return all().stream()
                .filter(type -> type.getTypeParameters().length == 0)
                .toList();
    }

    /** What the methods of the clients give, whatever it is wrapped in. */
    static Set<Class<?>> givenByClients() {
        Set<Class<?>> given = new LinkedHashSet<>();
        classes().stream()
                .filter(type -> type.isInterface() && type.getSimpleName().endsWith("Client"))
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getGenericReturnType)
                .forEach(type -> collect(type, given));
        return given;
    }

    private static void collect(Type type, Set<Class<?>> given) {
        if (type instanceof ParameterizedType parameterized) {
            Stream.of(parameterized.getActualTypeArguments()).forEach(argument -> collect(argument, given));
            collect(parameterized.getRawType(), given);
        } else if (type instanceof Class<?> one
                && one.isRecord()
                && one.getName().startsWith("dev.confluencekit.content.")) {
            given.add(one);
        }
    }

    /** Whether it is read from a JSON object. */
    static boolean isObject(Class<?> type) {
        return type.isRecord() && Stream.of(type.getRecordComponents()).anyMatch(AnswerTypes::isExtras);
    }

    /** Whether it is read from a JSON text. */
    static boolean isText(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getType() == String.class;
    }

    static boolean isExtras(RecordComponent component) {
        return component.getName().equals("extras");
    }

    static boolean isIncludedList(Type type) {
        return type instanceof ParameterizedType parameterized && parameterized.getRawType() == IncludedList.class;
    }

    private static List<Class<?>> classes() {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.startsWith("dev") && file.endsWith(".class") && !file.contains("-info"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .<Class<?>>map(AnswerTypes::load)
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .sorted(Comparator.comparing(Class::getName))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
