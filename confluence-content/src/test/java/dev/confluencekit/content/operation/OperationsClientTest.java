package dev.confluencekit.content.operation;

import static dev.confluencekit.content.LiteralSite.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confluencekit.content.LiteralSite;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.content.owner.Owners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the account may do. */
class OperationsClientTest {
    private static final String ANSWER = """
            {"operations":[{"operation":"read","targetType":"page"},{"operation":"create","targetType":"comment"}]}""";

    @RegisterExtension
    final LiteralSite site = new LiteralSite();

    @ParameterizedTest
    @EnumSource(OwnerKind.class)
    void operations_ofEachKindOfOwner_areReadAtItsAddress(OwnerKind kind) {
        site.on("GET " + Owners.place(kind) + "/operations", ok(ANSWER));
        assertThat(OperationsClient.over(site.connection(), Owners.of(kind)).list())
                .extracting(Operation::operation)
                .containsExactly("read", "create");
    }

    @Test
    void permits_whatIsListedForThatTargetOnly() {
        site.on("GET " + Owners.place(OwnerKind.PAGE) + "/operations", ok(ANSWER));
        OperationsClient operations = OperationsClient.over(site.connection(), Owners.PAGE);
        assertThat(operations.permits("create", "comment")).isTrue();
        assertThat(operations.permits("create", "page")).isFalse();
        assertThat(operations.permits("delete", "page")).isFalse();
    }
}
