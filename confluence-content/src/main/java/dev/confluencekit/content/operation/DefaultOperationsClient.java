package dev.confluencekit.content.operation;

import dev.confluencekit.content.internal.OwnedRequests;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.core.ConfluenceConnection;
import java.util.List;

/** What the account may do with one owner, over a connection. */
final class DefaultOperationsClient implements OperationsClient {
    private final ConfluenceConnection connection;
    private final ContentOwner owner;

    DefaultOperationsClient(ConfluenceConnection connection, ContentOwner owner) {
        this.connection = connection;
        this.owner = owner;
    }

    @Override
    public List<Operation> list() {
        return connection
                .fetch(OwnedRequests.get("get*Operations", owner, "/operations").build(), PermittedOperations.class)
                .operations();
    }

    @Override
    public boolean permits(String operation, String targetType) {
        return list().stream()
                .anyMatch(one -> operation.equals(one.operation()) && targetType.equals(one.targetType()));
    }
}
