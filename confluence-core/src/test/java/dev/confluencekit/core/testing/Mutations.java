package dev.confluencekit.core.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Inputs made from sound ones by breaking them: bytes changed, cut, doubled, put elsewhere, mixed with another input, with
 * words that parsers trip over. Each is made from its number, so that a failure can be repeated.
 */
public final class Mutations {
    private static final List<String> AWKWARD = List.of(
            "\u0000",
            "\r\n",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            "\ud83d\ude00",
            "\ufeff",
            "\u2028",
            "%",
            "%00",
            "%2",
            "%c0%af",
            "&",
            "=",
            "#",
            "?",
            ";",
            ",",
            "<",
            ">",
            "//",
            "..",
            "@",
            ":",
            "[",
            "]",
            "{",
            "}",
            "null",
            "true",
            "NaN",
            "-0",
            "1e999999999",
            "99999999999999999999",
            "-9223372036854775809",
            "0x",
            "\u0660",
            "'",
            "\t",
            " ",
            "",
            "xn--",
            "[".repeat(3_000),
            "a".repeat(5_000),
            "1".repeat(2_000),
            "%25".repeat(500),
            ";a=\"b\"".repeat(300));

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final List<byte[]> sound;

    private Mutations(List<byte[]> sound) {
        this.sound = sound;
    }

    /** Breaks these inputs. */
    public static Mutations of(List<String> sound) {
        return ofBytes(sound.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList());
    }

    /** Breaks these inputs. */
    public static Mutations ofBytes(List<byte[]> sound) {
        return new Mutations(sound);
    }

    /** What is done with an input; it throws what it may not throw. */
    @FunctionalInterface
    public interface Trial {
        /** Tries one input. */
        void on(byte[] input, long number) throws Exception;
    }

    /** What is done with an input that is a text. */
    @FunctionalInterface
    public interface TextTrial {
        /** Tries one input. */
        void on(String input) throws Exception;
    }

    /** Tries so many inputs; fails at the first that the trial fails on or that takes more than a second. */
    public void tryText(long count, TextTrial trial) {
        tryBytes(count, (input, number) -> trial.on(new String(input, StandardCharsets.UTF_8)));
    }

    /** Tries so many inputs; fails at the first that the trial fails on or that takes more than a second. */
    public void tryBytes(long count, Trial trial) {
        for (long number = 0; number < count; number++) {
            byte[] input = input(number);
            try {
                Duration took = timed(trial, input, number);
                // A machine that is busy with something else may make one try slow, but not three.
                for (int again = 0; again < 2 && took.compareTo(LIMIT) > 0; again++) {
                    took = timed(trial, input, number);
                }
                if (took.compareTo(LIMIT) > 0) {
                    throw new AssertionError("took " + took);
                }
            } catch (Exception | Error e) {
                throw new AssertionError("input " + number + ": " + readable(input), e);
            }
        }
    }

    private static Duration timed(Trial trial, byte[] input, long number) throws Exception {
        long start = System.nanoTime();
        trial.on(input, number);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String readable(byte[] input) {
        String text = new String(input, 0, Math.min(input.length, 2_000), StandardCharsets.UTF_8);
        return text.codePoints()
                .collect(
                        StringBuilder::new,
                        (out, c) -> {
                            if (c < ' ' || c > '~') {
                                out.append("\\u{%x}".formatted(c));
                            } else {
                                out.appendCodePoint(c);
                            }
                        },
                        StringBuilder::append)
                .toString();
    }

    private byte[] input(long number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        byte[] input = any(random);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            input = changed(input, random);
        }
        return input;
    }

    private byte[] any(Random random) {
        return sound.get(random.nextInt(sound.size()));
    }

    private byte[] changed(byte[] input, Random random) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(1 + (random.nextBoolean() ? 4 : input.length)));
        byte[] none = {};
        return switch (random.nextInt(8)) {
            case 0 -> joined(input, from, new byte[] {(byte) random.nextInt(256)}, Math.min(input.length, from + 1));
            case 1 -> joined(input, from, none, to);
            case 2 -> joined(input, from, none, input.length);
            case 3 -> joined(input, to, slice(input, from, to), to);
            case 4, 5 -> joined(input, from, awkward(random), random.nextBoolean() ? from : to);
            case 6 -> {
                byte[] other = any(random);
                int cut = random.nextInt(other.length + 1);
                yield joined(input, from, slice(other, cut, other.length), input.length);
            }
            default -> joined(input, from, slice(input, from, to), random.nextInt(to + 1));
        };
    }

    private static byte[] awkward(Random random) {
        return AWKWARD.get(random.nextInt(AWKWARD.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        byte[] part = new byte[to - from];
        System.arraycopy(bytes, from, part, 0, part.length);
        return part;
    }

    /** The beginning up to {@code from}, something in between, and the rest from {@code to} on. */
    private static byte[] joined(byte[] bytes, int from, byte[] between, int to) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(between);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
