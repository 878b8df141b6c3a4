package dev.confluencekit.content.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.core.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is missing, null, of another type or unknown in an answer: it gives a model that has lost nothing, or an error
 * that names the place. Each document is made from its number, so that a failure can be repeated.
 */
@NullUnmarked // JSON has nulls everywhere
class MutatedDocumentsTest {
    private static final JsonCodec CODEC = JsonCodec.create();
    private static final Pattern PLACE = Pattern.compile("(?:value at|member) (\\$\\S*)");
    private static final List<Object> OTHERS = Arrays.asList(
            "text",
            "",
            "12345",
            5,
            -1,
            new BigDecimal("2.5"),
            true,
            false,
            List.of(),
            List.of("x"),
            List.of(Map.of()),
            Map.of(),
            Map.of("a", 1),
            "2026-02-30T00:00:00Z",
            99_999_999_999L);

    private int models;
    private int errors;

    @Test
    void mutations_giveAModelOrAnErrorThatNamesThePlace() {
        tryMany(10_000);
    }

    @Test
    @Tag("proof")
    void mutations_manyMore_giveAModelOrAnErrorThatNamesThePlace() {
        tryMany(300_000);
    }

    private void tryMany(int count) {
        List<Class<?>> types = AnswerTypes.documents();
        for (int number = 0; number < count; number++) {
            Class<?> type = types.get(number % types.size());
            Random random = new Random(number * 0x9E3779B97F4A7C15L);
            Map<String, Object> document = mutable(FullDocuments.of(type));
            String place = mutate(document, random);
            try {
                tryOne(type, document, place);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("number " + number + ", " + type.getSimpleName() + " at " + place, e);
            }
        }
        // Both ends must have been met, or nothing was proved.
        assertThat(models).isGreaterThan(count / 10);
        assertThat(errors).isGreaterThan(count / 10);
    }

    private void tryOne(Class<?> type, Map<String, Object> document, String place) {
        String json = CODEC.write(document);
        try {
            Object model = CODEC.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), type);
            models++;
            assertThat(plain(reread(CODEC.write(model)))).isEqualTo(plain(reread(json)));
        } catch (JsonException e) {
            errors++;
            Matcher named = PLACE.matcher(String.valueOf(e.getMessage()));
            assertThat(named.find()).as("names a place: %s", e.getMessage()).isTrue();
            assertThat(named.group(1))
                    .satisfies(where ->
                            assertThat(isAt(where, place)).as("names %s", place).isTrue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where something is wrong is where it was broken, around that, or within what was put there. */
    private static boolean isAt(String named, String broken) {
        String around = Pattern.quote(named).replace("*", "\\E[^.\\[]+\\Q");
        return broken.matches(around + "([.\\[].*)?") || named.startsWith(broken);
    }

    private static Map<?, ?> reread(String json) {
        try {
            return CODEC.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Map.class);
        } catch (JsonException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Breaks one thing, somewhere; tells where. */
    private static String mutate(Map<String, Object> document, Random random) {
        Object at = document;
        StringBuilder place = new StringBuilder("$");
        while (true) {
            if (at instanceof Map<?, ?> map && !map.isEmpty()) {
                @SuppressWarnings("unchecked") // made by mutable()
                Map<String, Object> members = (Map<String, Object>) map;
                String name = List.copyOf(members.keySet()).get(random.nextInt(members.size()));
                if (random.nextInt(12) == 0) {
                    members.put("yUnknown", other(random));
                    return place + ".yUnknown";
                }
                place.append('.').append(name);
                Object inside = members.get(name);
                if (isLeaf(inside) || random.nextInt(3) == 0) {
                    if (random.nextInt(3) == 0) {
                        members.remove(name);
                    } else {
                        members.put(name, random.nextInt(3) == 0 ? null : other(random));
                    }
                    return place.toString();
                }
                at = inside;
            } else if (at instanceof List<?> list && !list.isEmpty()) {
                @SuppressWarnings("unchecked") // made by mutable()
                List<Object> items = (List<Object>) list;
                int index = random.nextInt(items.size());
                place.append('[').append(index).append(']');
                if (isLeaf(items.get(index)) || random.nextInt(3) == 0) {
                    items.set(index, random.nextInt(3) == 0 ? null : other(random));
                    return place.toString();
                }
                at = items.get(index);
            } else {
                return place.toString();
            }
        }
    }

    private static Object other(Random random) {
        return OTHERS.get(random.nextInt(OTHERS.size()));
    }

    private static boolean isLeaf(Object value) {
        return !(value instanceof Map<?, ?> || value instanceof List<?>);
    }

    private static Map<String, Object> mutable(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(String.valueOf(name), mutableValue(value)));
        return copy;
    }

    private static Object mutableValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return mutable(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(mutableValue(item)));
            return copy;
        }
        return value;
    }

    /** Null and nothing are the same, and so are an empty list and none; a number may have become the text of it. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> members = new TreeMap<>();
            map.forEach((name, inside) -> {
                if (inside != null && !List.of().equals(inside)) {
                    members.put(String.valueOf(name), plain(inside));
                }
            });
            return members;
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> item == null ? "null" : plain(item))
                    .toList();
        }
        return value instanceof Number ? value.toString() : value;
    }
}
