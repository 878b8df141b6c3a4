package dev.confluencekit.content.operation;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.confluencekit.core.json.MissingMemberException;
import dev.confluencekit.core.json.UnknownMembers;
import java.util.List;
import java.util.Map;

/**
 * What the account may do (schema {@code PermittedOperationsResponse}).
 *
 * @param operations the operations
 * @param extras what else the service sent
 */
public record PermittedOperations(
        @JsonProperty("operations") List<Operation> operations,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> extras) {
    /** Copies what could change; without its operations it means nothing. */
    public PermittedOperations {
        operations = List.copyOf(MissingMemberException.require(operations, "operations"));
        extras = UnknownMembers.copy(extras);
    }
}
