package dev.confluencekit.content.hierarchy;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.internal.Lookups;
import dev.confluencekit.content.internal.OwnedRequests;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.Finding;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Optional;

/** What a tree holds of one kind, over a connection. */
final class DefaultTreeNodesClient implements TreeNodesClient {
    private final ConfluenceConnection connection;
    private final OwnerKind kind;

    DefaultTreeNodesClient(ConfluenceConnection connection, OwnerKind kind) {
        this.connection = connection;
        this.kind = kind;
    }

    @Override
    public TreeNode create(NewTreeNode wanted) {
        boolean whiteboard = kind == OwnerKind.WHITEBOARD;
        boolean smartLink = kind == OwnerKind.SMART_LINK;
        refuse("privately", wanted.isPrivate && !whiteboard && kind != OwnerKind.DATABASE);
        refuse("template", wanted.template != null && !whiteboard);
        refuse("target", wanted.target != null && !smartLink);
        if (smartLink && wanted.target == null) {
            throw new InvalidArgumentException("target", "is missing");
        }
        JsonBody body = new JsonBody()
                .with("spaceId", wanted.space.value())
                .with("title", wanted.title)
                .with("parentId", wanted.parent == null ? null : wanted.parent.value())
                .with("templateKey", wanted.template)
                .with("locale", wanted.locale)
                .with("embedUrl", wanted.target == null ? null : wanted.target.toString());
        ApiRequest request = ApiRequest.of(
                        "POST", "create" + OwnedRequests.noun(kind), "/wiki/api/v2/" + OwnedRequests.segment(kind))
                .query("private", wanted.isPrivate ? true : null)
                .jsonBody(body.json())
                .build();
        String where = wanted.parent == null ? "space " + wanted.space : "content " + wanted.parent;
        return connection.write(
                request,
                TreeNode.class,
                // Titles of such content are not unique, so that one of this title may be an older one.
                looking -> Finding.undecided("Look for it among the children of " + where + "."));
    }

    private void refuse(String parameter, boolean impossible) {
        if (impossible) {
            throw new InvalidArgumentException(parameter, "is nothing that a " + OwnedRequests.noun(kind) + " has");
        }
    }

    @Override
    public TreeNode get(ContentId id) {
        return connection.fetch(
                OwnedRequests.get("get*ById", ContentOwner.of(kind, id), "").build(), TreeNode.class);
    }

    @Override
    public Optional<TreeNode> find(ContentId id) {
        return Lookups.find(() -> get(id));
    }

    @Override
    public void delete(ContentId id) {
        connection.send(OwnedRequests.of("DELETE", "delete*", ContentOwner.of(kind, id), "")
                .build());
    }
}
