package dev.confluencekit.integration.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.integration.descriptor.IntegrationDescriptor;
import dev.confluencekit.integration.message.Messages;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema of the form and the registry find the same fields wrong. */
class FormSchemaTest {
    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final Map<String, String> GOOD = Map.of(
            "name", "Support knowledge base",
            "capability", "CONTENT_MANAGEMENT",
            "username", "kb-bot@acme.example",
            "apiKey", "ATATT3xFfGF0-key_of=1A2B3C4D",
            "domain", "acme.atlassian.net",
            "keyExpires", "2027-03-01");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()))
            .getSchema(IntegrationDescriptor.standard().toJsonSchema(), InputFormat.JSON);

    @Test
    void both_take_a_form_that_is_filled_in_and_one_without_its_optional_fields() {
        Map<String, String> least = new HashMap<>(GOOD);
        least.keySet().removeAll(List.of("capability", "keyExpires"));
        assertThat(Stream.of(GOOD, least)).allSatisfy(form -> {
            assertThat(bySchema(form)).isEmpty();
            assertThat(byRegistry(form)).isEmpty();
        });
    }

    @Test
    void both_name_every_required_field_of_an_empty_form() {
        assertThat(bySchema(Map.of())).containsExactly("apiKey", "domain", "name", "username");
        assertThat(byRegistry(Map.of())).containsExactly("apiKey", "domain", "name", "username");
    }

    static Stream<List<String>> samples() {
        return Stream.of(
                        values(
                                "name",
                                "A",
                                "x".repeat(100),
                                "x".repeat(101),
                                "",
                                "   ",
                                "\u00e9".repeat(100),
                                "\ud83d\ude00".repeat(100),
                                "\ud83d\ude00".repeat(101),
                                "two\nlines",
                                "turned \u202e round",
                                " spaces around ",
                                "\u00a0",
                                "tab\there",
                                "line\u2028end",
                                "\nfirst"),
                        values("capability", "CONTENT_MANAGEMENT", "Content Management", "SEARCH", ""),
                        values(
                                "username",
                                "kb-bot",
                                "a@b",
                                "",
                                " ",
                                "with:colon@acme.example",
                                "line\nbreak",
                                " a@b ",
                                "\u00fc@acme.example"),
                        values(
                                "apiKey",
                                "k",
                                "",
                                " ",
                                " leading",
                                "trailing ",
                                "in side",
                                "line\nbreak",
                                "\u00a0x",
                                "k".repeat(5000)),
                        values(
                                "domain",
                                "acme",
                                "acme.atlassian.net",
                                "https://acme.atlassian.net/wiki/spaces/X",
                                "wiki.acme.example",
                                "wiki.acme.example:8443",
                                " acme ",
                                "",
                                "http://acme.atlassian.net",
                                "www.atlassian.net",
                                "atlassian.net",
                                "acme.atlassian.com",
                                "acme.atlassian.net.evil.example",
                                "acme.atlassian.net:8443",
                                "127.0.0.1",
                                "[::1]",
                                "localhost",
                                "user@acme.atlassian.net",
                                "acme.atlassian.net#x",
                                "a b",
                                "acme\\x",
                                "https://acme",
                                "-acme.example",
                                "b\u00fccher.example"),
                        values(
                                "keyExpires",
                                "2027-01-31",
                                "2027-02-29",
                                "2027-13-01",
                                "2027-3-1",
                                "tomorrow",
                                "2027-03-01T00:00:00Z"))
                .flatMap(samples -> samples);
    }

    private static Stream<List<String>> values(String field, String... values) {
        return Stream.of(values).map(value -> List.of(field, value));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void both_say_the_same_of_a_value(List<String> sample) {
        Map<String, String> form = new HashMap<>(GOOD);
        form.put(sample.get(0), sample.get(1));
        Set<String> found = bySchema(form);
        assertThat(found).isEqualTo(byRegistry(form));
        assertThat(found).isSubsetOf(sample.get(0));
    }

    private static Set<String> bySchema(Map<String, String> form) {
        return SCHEMA.validate(JsonCodec.create().write(form), InputFormat.JSON).stream()
                .map(error -> error.getProperty() != null
                        ? error.getProperty()
                        : error.getInstanceLocation().getName(-1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> byRegistry(Map<String, String> form) {
        Fields fields = new Fields(Messages.standard(), NOW, false);
        fields.name(form.get("name"));
        String capability = form.get("capability");
        if (capability != null) {
            fields.capabilities(capability);
        }
        fields.username(form.get("username"));
        fields.apiKey(form.get("apiKey"), null);
        fields.domain(form.get("domain"));
        LocalDate expires = fields.day("keyExpires", form.get("keyExpires"));
        fields.keyDays(null, expires);
        try {
            fields.requireAll();
            return new TreeSet<>();
        } catch (InvalidFieldsException e) {
            return e.problems().stream().map(FieldProblem::field).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
