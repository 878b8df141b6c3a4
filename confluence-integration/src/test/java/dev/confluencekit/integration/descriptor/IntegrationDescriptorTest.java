package dev.confluencekit.integration.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.integration.descriptor.Field.Kind;
import dev.confluencekit.integration.message.Messages;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class IntegrationDescriptorTest {
    private final IntegrationDescriptor form = IntegrationDescriptor.standard();

    @Test
    void the_form_has_the_tabs_basic_and_authentication_with_their_fields() {
        assertThat(form.id()).isEqualTo("confluence");
        assertThat(form.tabs()).extracting(Tab::title).containsExactly("Basic", "Authentication");
        assertThat(form.tabs().get(0).fields())
                .extracting(Field::label)
                .containsExactly("Integration name", "Capability");
        assertThat(form.tabs().get(1).fields())
                .extracting(Field::label)
                .containsExactly("Username", "API key", "Confluence domain", "API key expires on");
    }

    @Test
    void the_capability_is_content_management_and_selected_at_first() {
        Field capability = form.field(IntegrationDescriptor.CAPABILITY).orElseThrow();
        assertThat(capability.choices()).containsExactly(new Choice("CONTENT_MANAGEMENT", "Content Management"));
        assertThat(capability.defaultValue()).isEqualTo("CONTENT_MANAGEMENT");
    }

    @Test
    void the_api_key_is_the_only_secret_and_has_neither_example_nor_default() {
        assertThat(form.fields()).filteredOn(Field::secret).singleElement().satisfies(field -> {
            assertThat(field.id()).isEqualTo("apiKey");
            assertThat(field.kind()).isEqualTo(Kind.SECRET);
            assertThat(field.example()).isEmpty();
            assertThat(field.defaultValue()).isNull();
        });
    }

    @Test
    void every_field_has_a_label_and_help_and_an_example_that_its_pattern_takes() {
        assertThat(form.fields()).allSatisfy(field -> {
            assertThat(field.label()).isNotBlank();
            assertThat(field.help()).isNotBlank();
            if (field.pattern() != null && !field.example().isEmpty()) {
                assertThat(field.example()).matches(field.pattern());
            }
        });
    }

    @Test
    void a_host_replaces_the_words_it_likes_to_and_keeps_the_others() {
        IntegrationDescriptor german = IntegrationDescriptor.of(Messages.of(new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"form.apiKey.label", "API-Schl\u00fcssel"}};
            }
        }));
        assertThat(german.field("apiKey").orElseThrow().label()).isEqualTo("API-Schl\u00fcssel");
        assertThat(german.field("username").orElseThrow().label()).isEqualTo("Username");
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_schema_lists_the_fields_in_the_order_of_the_form_and_marks_the_secret() throws Exception {
        Map<String, Object> schema = JsonCodec.create()
                .read(new ByteArrayInputStream(form.toJsonSchema().getBytes(StandardCharsets.UTF_8)), Map.class);
        assertThat(schema).containsEntry("$schema", "https://json-schema.org/draft/2020-12/schema");
        Map<String, Map<String, Object>> properties =
                (Map<String, Map<String, Object>>) schema.getOrDefault("properties", Map.of());
        assertThat(properties.keySet())
                .containsExactly("name", "capability", "username", "apiKey", "domain", "keyExpires");
        assertThat(schema.get("required"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly("name", "username", "apiKey", "domain");
        assertThat(properties.get("apiKey"))
                .containsEntry("writeOnly", true)
                .containsEntry("format", "password")
                .doesNotContainKeys("examples", "default");
        assertThat(properties.get("username")).doesNotContainKey("writeOnly");
        assertThat(properties.get("domain"))
                .containsEntry("title", "Confluence domain")
                .containsEntry("examples", List.of("acme.atlassian.net"));
    }
}
