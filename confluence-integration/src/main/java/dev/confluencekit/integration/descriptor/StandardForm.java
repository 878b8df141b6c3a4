package dev.confluencekit.integration.descriptor;

import dev.confluencekit.integration.descriptor.Field.Kind;
import dev.confluencekit.integration.message.Messages;
import dev.confluencekit.integration.registry.Capability;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one form there is, with words from a bundle. */
final class StandardForm {
    private static final int LONGEST_NAME = 100;

    private final Messages messages;

    StandardForm(Messages messages) {
        this.messages = messages;
    }

    IntegrationDescriptor descriptor() {
        return new IntegrationDescriptor(
                "confluence",
                word("title"),
                List.of(
                        new Tab("basic", word("tab.basic"), List.of(name(), capability())),
                        new Tab(
                                "authentication",
                                word("tab.authentication"),
                                List.of(username(), apiKey(), domain(), keyExpires()))));
    }

    private Field name() {
        return field(IntegrationDescriptor.NAME, Kind.TEXT, true, 1, LONGEST_NAME, Patterns.NAME, List.of());
    }

    private Field capability() {
        List<Choice> choices = Stream.of(Capability.values())
                .map(c -> new Choice(
                        c.name(),
                        word("capability." + c.name().toLowerCase(Locale.ROOT).replace('_', '-'))))
                .toList();
        return field(IntegrationDescriptor.CAPABILITY, Kind.CHOICES, false, null, null, null, choices);
    }

    private Field username() {
        return field(IntegrationDescriptor.USERNAME, Kind.EMAIL, true, 1, null, Patterns.USERNAME, List.of());
    }

    private Field apiKey() {
        return field(IntegrationDescriptor.API_KEY, Kind.SECRET, true, 1, null, Patterns.API_KEY, List.of());
    }

    private Field domain() {
        return field(IntegrationDescriptor.DOMAIN, Kind.DOMAIN, true, 1, null, Patterns.domain(), List.of());
    }

    private Field keyExpires() {
        return field(IntegrationDescriptor.KEY_EXPIRES, Kind.DATE, false, null, null, Patterns.DAY, List.of());
    }

    /** A field with choices has the first one selected. */
    private Field field(
            String id,
            Kind kind,
            boolean required,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable String pattern,
            List<Choice> choices) {
        return new Field(
                id,
                word(id + ".label"),
                word(id + ".help"),
                word(id + ".example"),
                kind,
                required,
                min,
                max,
                pattern,
                choices,
                choices.isEmpty() ? null : choices.get(0).value());
    }

    private String word(String key) {
        return messages.word("form." + key);
    }
}
