package dev.confluencekit.integration.descriptor;

import dev.confluencekit.core.json.JsonCodec;
import dev.confluencekit.integration.descriptor.Field.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form as JSON Schema. */
final class JsonSchema {
    private final IntegrationDescriptor form;

    JsonSchema(IntegrationDescriptor form) {
        this.form = form;
    }

    String text() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", form.title());
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        form.fields().forEach(field -> properties.put(field.id(), property(field)));
        schema.put("properties", properties);
        schema.put(
                "required",
                form.fields().stream().filter(Field::required).map(Field::id).toList());
        schema.put("x-tabs", form.tabs().stream().map(JsonSchema::tab).toList());
        return JsonCodec.create().write(schema);
    }

    private static Map<String, Object> tab(Tab tab) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", tab.id());
        members.put("title", tab.title());
        members.put("fields", tab.fields().stream().map(Field::id).toList());
        return members;
    }

    private static Map<String, Object> property(Field field) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "string");
        members.put("title", field.label());
        members.put("description", field.help());
        if (!field.example().isEmpty()) {
            members.put("examples", List.of(field.example()));
        }
        if (field.secret()) {
            members.put("writeOnly", true);
            members.put("format", "password");
        }
        if (field.kind() == Kind.DATE) {
            members.put("format", "date");
        }
        putIfStated(members, "minLength", field.minLength());
        putIfStated(members, "maxLength", field.maxLength());
        putIfStated(members, "pattern", field.pattern() == null ? null : "^(?:" + field.pattern() + ")$");
        if (!field.choices().isEmpty()) {
            members.put(
                    "oneOf", field.choices().stream().map(JsonSchema::choice).toList());
        }
        putIfStated(members, "default", field.defaultValue());
        return members;
    }

    private static void putIfStated(Map<String, Object> members, String keyword, @Nullable Object value) {
        if (value != null) {
            members.put(keyword, value);
        }
    }

    private static Map<String, Object> choice(Choice choice) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("const", choice.value());
        members.put("title", choice.label());
        return members;
    }
}
