package dev.confluencekit.consumer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a jar offers to its users, one type or member a line: all that is public or protected in the packages that its
 * module exports. Reads the compiled classes, so that the listing says what callers are compiled against. Not told are
 * what a record or an enum has of itself, and overrides of {@link Object}'s methods.
 */
final class ApiListing {
    private final ModuleReference module;
    private final ClassLoader loader;
    private final Set<String> exported;

    private ApiListing(ModuleReference module, ClassLoader loader) {
        this.module = module;
        this.loader = loader;
        this.exported = module.descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }

    /** The jar is looked at by itself, its classes are loaded by the given loader. */
    static String of(Path jar, ClassLoader loader) {
        ModuleReference only = ModuleFinder.of(jar).findAll().iterator().next();
        return new ApiListing(only, loader).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        ModuleDescriptor descriptor = module.descriptor();
        text.append("module ").append(descriptor.name()).append('\n');
        descriptor.requires().stream()
                .filter(requires -> requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.TRANSITIVE))
                .map(requires -> "    requires transitive " + requires.name() + "\n")
                .sorted()
                .forEach(text::append);
        for (String name : new TreeSet<>(exported)) {
            Package offered = types(name).findAny().orElseThrow().getPackage();
            text.append("\npackage ")
                    .append(Signatures.annotations(offered))
                    .append(name)
                    .append('\n');
            types(name).filter(this::isOffered).forEach(type -> append(text, type));
        }
        return text.toString();
    }

    private Stream<Class<?>> types(String packageName) {
        try (ModuleReader reader = module.open()) {
            String folder = packageName.replace('.', '/') + "/";
            List<String> files = reader.list()
                    .filter(file -> file.startsWith(folder) && file.endsWith(".class"))
                    .filter(file -> file.indexOf('/', folder.length()) < 0)
                    .sorted()
                    .toList();
            return files.stream().<Class<?>>map(this::load).filter(type -> !type.isAnonymousClass());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Class<?> load(String file) {
        try {
            return Class.forName(
                    file.substring(0, file.length() - ".class".length()).replace('/', '.'), false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isOffered(Class<?> type) {
        if (!exported.contains(type.getPackageName()) || type.isLocalClass() || type.isAnonymousClass()) {
            return false;
        }
        Class<?> outer = type.getDeclaringClass();
        boolean seen = outer == null
                ? Modifier.isPublic(type.getModifiers())
                : isOffered(outer) && isSeen(type.getModifiers(), outer);
        return seen && !type.isSynthetic();
    }

    /** What is protected can only be seen by those who can extend the type. */
    private static boolean isSeen(int modifiers, Class<?> owner) {
        return Modifier.isPublic(modifiers)
                || Modifier.isProtected(modifiers) && !Modifier.isFinal(owner.getModifiers()) && !owner.isSealed();
    }

    private void append(StringBuilder text, Class<?> type) {
        text.append('\n').append(header(type)).append('\n');
        Stream.of(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(Field::isEnumConstant)
                                .map(constant -> "constant " + Signatures.annotations(constant) + constant.getName()),
                        lineage(type)
                                .flatMap(owner -> Arrays.stream(owner.getDeclaredFields()))
                                .filter(field -> isSeen(field.getModifiers(), type))
                                .filter(field -> !field.isEnumConstant() && !field.isSynthetic())
                                .map(ApiListing::field)
                                .sorted(),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(made -> isSeen(made.getModifiers(), type))
                                .filter(made -> !made.isSynthetic() && !isOfItself(made, type))
                                .map(made -> executable(made, "", type.getSimpleName()))
                                .sorted(),
                        lineage(type)
                                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                                .filter(method -> isSeen(method.getModifiers(), type))
                                .filter(method -> !method.isSynthetic() && !isOfItself(method, type))
                                .sorted(Comparator.comparing(Method::getName).thenComparing(ApiListing::method))
                                .map(ApiListing::method)
                                .distinct())
                .flatMap(lines -> lines)
                .forEach(line -> text.append("    ").append(line).append('\n'));
    }

    /** The type, and those above it that users cannot name: their members are the type's own in users' eyes. */
    private Stream<Class<?>> lineage(Class<?> type) {
        Stream<Class<?>> above = Stream.concat(
                        Stream.<Class<?>>ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
                .filter(parent ->
                        module.descriptor().packages().contains(parent.getPackageName()) && !isOffered(parent));
        return Stream.concat(Stream.of(type), above.flatMap(this::lineage));
    }

    private static String header(Class<?> type) {
        StringBuilder text = new StringBuilder(Signatures.annotations(type));
        text.append(modifiers(type))
                .append(Signatures.name(type))
                .append(Signatures.typeParameters(type.getTypeParameters()));
        if (type.isRecord()) {
            text.append(Signatures.joined(type.getRecordComponents(), ApiListing::component, "(", ")"));
            text.append(type.getRecordComponents().length == 0 ? "()" : "");
        }
        AnnotatedType above = type.getAnnotatedSuperclass();
        if (!type.isRecord() && !type.isEnum() && above != null && !Signatures.isObject(above.getType())) {
            text.append(" extends ").append(Signatures.type(above));
        }
        String keyword = type.isInterface() ? " extends " : " implements ";
        text.append(Signatures.joined(type.getAnnotatedInterfaces(), Signatures::type, keyword, ""));
        if (type.isSealed()) {
            text.append(Signatures.joined(type.getPermittedSubclasses(), Signatures::name, " permits ", ""));
        }
        return text.toString();
    }

    private static String modifiers(Class<?> type) {
        int modifiers = type.getModifiers();
        String kind = type.isAnnotation()
                ? "@interface "
                : type.isInterface() ? "interface " : type.isRecord() ? "record " : type.isEnum() ? "enum " : "class ";
        boolean plain = kind.equals("class ");
        boolean nested = type.getDeclaringClass() != null && plain;
        return (Modifier.isProtected(modifiers) ? "protected " : "public ")
                + (nested && Modifier.isStatic(modifiers) ? "static " : "")
                + (plain && Modifier.isAbstract(modifiers) ? "abstract " : "")
                + (plain && Modifier.isFinal(modifiers) ? "final " : "")
                + (type.isSealed() ? "sealed " : "")
                + kind;
    }

    private static String component(RecordComponent component) {
        return Signatures.type(component.getAnnotatedType()) + " " + component.getName();
    }

    private static String field(Field field) {
        int modifiers = field.getModifiers();
        return Signatures.annotations(field)
                + Modifier.toString(modifiers & ~(Modifier.VOLATILE | Modifier.TRANSIENT)) + " "
                + Signatures.type(field.getAnnotatedType()) + " " + field.getName() + value(field);
    }

    /** Callers' compilers copy the value of such a constant, so it belongs to what is offered. */
    private static String value(Field field) {
        boolean copied = Modifier.isStatic(field.getModifiers())
                && Modifier.isFinal(field.getModifiers())
                && (field.getType().isPrimitive() || field.getType() == String.class);
        if (!copied) {
            return "";
        }
        try {
            Object value = field.get(null);
            return " = " + (value instanceof String ? "\"" + value + "\"" : String.valueOf(value));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String method(Method method) {
        String kind = method.isDefault() ? "default " : "";
        String returned = kind + Signatures.type(method.getAnnotatedReturnType()) + " ";
        return executable(method, returned, method.getName());
    }

    private static String executable(Executable made, String returned, String name) {
        String variables = Signatures.typeParameters(made.getTypeParameters());
        int told = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;
        return Signatures.annotations(made)
                + Modifier.toString(made.getModifiers() & told) + " "
                + (variables.isEmpty() ? "" : variables + " ")
                + returned + name + Signatures.parameters(made) + Signatures.thrown(made);
    }

    private static boolean isOfItself(Executable made, Class<?> type) {
        Class<?>[] parameters = made.getParameterTypes();
        String name = made.getName();
        if (made instanceof Constructor) {
            return type.isRecord() && Arrays.equals(parameters, componentTypes(type));
        }
        boolean objects = Arrays.stream(Object.class.getMethods())
                .anyMatch(m -> m.getName().equals(name) && Arrays.equals(m.getParameterTypes(), parameters));
        boolean accessor = type.isRecord()
                && parameters.length == 0
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(name));
        boolean enums = type.isEnum() && (name.equals("values") || name.equals("valueOf"));
        return objects || accessor || enums;
    }

    private static Class<?>[] componentTypes(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
    }
}
