package dev.confluencekit.content.records;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.content.body.Body;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/**
 * Documents with everything in them: each member that a record knows, in each object members that none knows, and words that
 * nobody has heard of wherever the service owns the words.
 */
@NullUnmarked // JSON has nulls everywhere
final class FullDocuments {
    private static final List<String> TEXTS = List.of("a brand-new word!", "12345");

    private FullDocuments() {}

    /** The document of a record, as maps and lists. */
    static Map<String, Object> of(Class<?> type) {
        return type == Body.class ? body() : object(type, new Type[0]);
    }

    private static Map<String, Object> object(Class<?> type, Type[] arguments) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!AnswerTypes.isExtras(component)) {
                JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
                if (property == null) {
                    throw new AssertionError(type + "." + component.getName() + " has no name in JSON");
                }
                members.put(property.value(), value(component.getGenericType(), arguments));
            }
        }
        members.putAll(unknown());
        return members;
    }

    /** Members that no record knows. */
    private static Map<String, Object> unknown() {
        Map<String, Object> members = new LinkedHashMap<>();
        List<Object> list = new ArrayList<>(List.of(1, new BigDecimal("2.50"), "x", true));
        list.add(null);
        members.put("xNew", Map.of("deep", list));
        members.put("xNull", null);
        members.put("xBig", new BigInteger("12345678901234567890"));
        return members;
    }

    private static Object value(Type type, Type[] arguments) {
        if (type instanceof ParameterizedType parameterized) {
            Class<?> raw = (Class<?>) parameterized.getRawType();
            if (raw == List.class) {
                Object one = value(parameterized.getActualTypeArguments()[0], arguments);
                return List.of(one, one);
            }
            return raw == Map.class
                    ? Map.of("key", unknown(), "other", "text")
                    : object(raw, parameterized.getActualTypeArguments());
        }
        // A type variable: the only one that records have.
        return type instanceof Class<?> one ? simple(one) : value(arguments[0], new Type[0]);
    }

    private static Object simple(Class<?> type) {
        if (type == Body.class) {
            return body();
        }
        if (AnswerTypes.isObject(type)) {
            return object(type, new Type[0]);
        }
        if (AnswerTypes.isText(type)) {
            return TEXTS.stream()
                    .filter(text -> takes(type, text))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(type + " takes none of " + TEXTS));
        }
        Object value = Map.<Class<?>, Object>of(
                        String.class,
                        "text",
                        Integer.class,
                        7,
                        Long.class,
                        9_007_199_254_740_993L,
                        Boolean.class,
                        true,
                        BigDecimal.class,
                        new BigDecimal("1.5"),
                        Instant.class,
                        "2026-11-01T08:00:00.120Z",
                        Object.class,
                        Map.of("width", 3))
                .get(type);
        if (value == null) {
            throw new AssertionError("no value is known for " + type);
        }
        return value;
    }

    /** A body is a map from formats, which the service may add to. */
    private static Map<String, Object> body() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("representation", "storage");
        content.put("value", "<p>x</p>");
        content.putAll(unknown());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("storage", content);
        body.put("a_format_of_tomorrow", content);
        body.putAll(unknown());
        return body;
    }

    private static boolean takes(Class<?> type, String text) {
        try {
            type.getMethod("of", String.class).invoke(null, text);
            return true;
        } catch (InvocationTargetException e) {
            return false;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " has no factory", e);
        }
    }
}
