package dev.confluencekit.content.classification;

import dev.confluencekit.content.ClassificationLevelId;
import dev.confluencekit.content.ContentStatus;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.internal.OwnedRequests;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.request.ApiRequest;
import java.util.EnumSet;
import java.util.Set;

/** The classification of one owner over a connection. */
final class DefaultClassificationClient implements ClassificationClient {
    private static final Set<OwnerKind> CLASSIFIED =
            EnumSet.of(OwnerKind.PAGE, OwnerKind.BLOG_POST, OwnerKind.WHITEBOARD, OwnerKind.DATABASE, OwnerKind.SPACE);
    private static final Set<OwnerKind> DRAFTED = EnumSet.of(OwnerKind.PAGE, OwnerKind.BLOG_POST);

    private final ConfluenceConnection connection;
    private final ContentOwner owner;
    private final boolean draft;
    private final boolean space;

    DefaultClassificationClient(ConfluenceConnection connection, ContentOwner owner, boolean draft) {
        this.connection = connection;
        this.owner = OwnedRequests.require(owner, "classification", CLASSIFIED);
        this.draft = draft;
        this.space = owner.kind() == OwnerKind.SPACE;
    }

    @Override
    public ClassificationClient ofDraft() {
        OwnedRequests.require(owner, "draft", DRAFTED);
        return new DefaultClassificationClient(connection, owner, true);
    }

    @Override
    public ClassificationLevel get() {
        ApiRequest request = request("GET", "get", "")
                .query("status", draft ? ContentStatus.DRAFT : null)
                .build();
        return connection.fetch(request, ClassificationLevel.class);
    }

    @Override
    public void set(ClassificationLevelId level) {
        JsonBody body = new JsonBody().with("id", level.value());
        if (!space) {
            body.with("status", status());
        }
        connection.send(request("PUT", "put", "").jsonBody(body.json()).build());
    }

    @Override
    public void reset() {
        ApiRequest.Builder request = space
                ? request("DELETE", "delete", "")
                : request("POST", "post", "/reset")
                        .jsonBody(new JsonBody().with("status", status()).json());
        connection.send(request.build());
    }

    private String status() {
        return (draft ? ContentStatus.DRAFT : ContentStatus.CURRENT).value();
    }

    private ApiRequest.Builder request(String method, String verb, String path) {
        return space
                ? OwnedRequests.of(
                        method, verb + "*DefaultClassificationLevel", owner, "/classification-level/default" + path)
                : OwnedRequests.of(method, verb + "*ClassificationLevel", owner, "/classification-level" + path);
    }
}
