package dev.confluencekit.core;

import dev.confluencekit.core.error.InvalidArgumentException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the settings of a runtime from variables, and names the variable when it cannot. */
final class EnvironmentSettings {
    private EnvironmentSettings() {}

    static void apply(Map<String, String> variables, ConfluenceRuntime.Builder builder) {
        read(variables, "CONFLUENCE_CONNECT_TIMEOUT", EnvironmentSettings::duration, builder::connectTimeout);
        read(variables, "CONFLUENCE_ATTEMPT_TIMEOUT", EnvironmentSettings::duration, builder::attemptTimeout);
        read(variables, "CONFLUENCE_CALL_TIMEOUT", EnvironmentSettings::duration, builder::callTimeout);
        read(variables, "CONFLUENCE_MAX_RESPONSE_BYTES", Long::parseLong, builder::maxResponseBytes);
        read(variables, "CONFLUENCE_CONCURRENCY", Integer::parseInt, builder::concurrency);
        read(variables, "CONFLUENCE_USER_AGENT_SUFFIX", Function.identity(), builder::userAgentSuffix);
    }

    private static <T> void read(
            Map<String, String> variables, String name, Function<String, T> parser, Consumer<T> setter) {
        String text = variables.get(name);
        if (text == null || text.isBlank()) {
            return;
        }
        try {
            setter.accept(parser.apply(text.strip()));
        } catch (InvalidArgumentException e) {
            throw new InvalidArgumentException(name, "\"" + text + "\" cannot be used: " + e.getMessage());
        } catch (DateTimeException | NumberFormatException e) {
            throw new InvalidArgumentException(name, "\"" + text + "\" cannot be read");
        }
    }

    private static Duration duration(String text) {
        return text.chars().allMatch(Character::isDigit)
                ? Duration.ofSeconds(Long.parseLong(text))
                : Duration.parse(text);
    }
}
