package dev.confluencekit.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The schemas of one OpenAPI document, ready to validate with. */
final class Schemas {

    private final String name;
    private final String id;
    private final JsonNode document;
    private final ClosedSchemas conversion;
    private final SchemaRegistry registry;
    private final Map<JsonNode, Schema> compiled = new HashMap<>();

    Schemas(String name, JsonNode document) {
        this.name = name;
        this.id = "https://specification.example/" + name;
        this.document = document;
        this.conversion = new ClosedSchemas(id, document);
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .build();
        String definitions = conversion.definitions().toString();
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(config).schemas(Map.of(id, definitions)));
    }

    /** What the document is called, such as {@code v2}. */
    String name() {
        return name;
    }

    /** Follows references, to parameters, bodies, answers and schemas. */
    JsonNode resolve(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isTextual() ? resolve(document.at(reference.textValue().substring(1))) : node;
    }

    /** Says what is wrong with a value. */
    List<Error> validate(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value);
    }

    private Schema compile(JsonNode schema) {
        SchemaLocation location = SchemaLocation.of(id + "/use/" + compiled.size());
        return registry.getSchema(location, conversion.convert(schema));
    }
}
