package dev.confluencekit.content.comment;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.body.PageBodyFormat;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.internal.Lookups;
import dev.confluencekit.content.internal.OwnedRequests;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comments of one kind over a connection: the kinds differ in an address, in what they can be on, and in what they say of it. */
abstract class AbstractCommentsClient implements CommentsClient {
    private static final Map<OwnerKind, String> MEMBERS = Map.of(
            OwnerKind.PAGE, "pageId",
            OwnerKind.BLOG_POST, "blogPostId",
            OwnerKind.ATTACHMENT, "attachmentId",
            OwnerKind.CUSTOM_CONTENT, "customContentId");

    private final ConfluenceConnection connection;
    private final OwnerKind kind;
    private final String noun;
    private final String segment;

    AbstractCommentsClient(ConfluenceConnection connection, OwnerKind kind) {
        this.connection = connection;
        this.kind = kind;
        this.noun = OwnedRequests.noun(kind);
        this.segment = OwnedRequests.segment(kind);
    }

    /** What comments of the kind can be on, and how the service calls the listing of those. */
    abstract Map<OwnerKind, String> listings();

    @Override
    public Paged<Comment> list(CommentQuery query) {
        return list(connection, query);
    }

    Paged<Comment> list(ConfluenceConnection over, CommentQuery query) {
        ApiRequest request = listing(query)
                .query("body-format", query.body == null ? null : query.body.representation())
                .query("status", query.statuses)
                .query("resolution-status", query.resolutions)
                .query("sort", query.sort == null ? null : query.sort.parameter())
                .build();
        return over.list(request, Comment.class, Batch.LARGEST, null);
    }

    private ApiRequest.Builder listing(CommentQuery query) {
        if (query.parent != null) {
            return OwnedRequests.get("get*Children", ContentOwner.of(kind, query.parent), "/children");
        }
        if (query.owner == null) {
            return ApiRequest.get("get" + noun + "s", "/wiki/api/v2/" + segment);
        }
        boolean full = query.owner.kind() == OwnerKind.PAGE || query.owner.kind() == OwnerKind.BLOG_POST;
        if (!full && !query.statuses.isEmpty()) {
            throw new InvalidArgumentException("status", "can only be asked of comments on pages and blog posts");
        }
        if (kind != OwnerKind.INLINE_COMMENT && !query.resolutions.isEmpty()) {
            throw new InvalidArgumentException("resolution", "can only be asked of inline comments");
        }
        return OwnedRequests.get(listingOn(query.owner), query.owner, "/" + segment);
    }

    private String listingOn(ContentOwner owner) {
        OwnedRequests.require(owner, noun, listings().keySet());
        return listings().getOrDefault(owner.kind(), "");
    }

    @Override
    public Comment get(ContentId id) {
        return read(id, null);
    }

    @Override
    public Comment get(ContentId id, PageBodyFormat format) {
        return read(id, format);
    }

    private Comment read(ContentId id, @Nullable PageBodyFormat format) {
        ApiRequest request = one("GET", "get*ById", id)
                .query("body-format", format == null ? null : format.representation())
                .build();
        return connection.fetch(request, Comment.class);
    }

    @Override
    public Optional<Comment> find(ContentId id) {
        return Lookups.find(() -> get(id));
    }

    @Override
    public Comment reply(ContentId id, NewBody body) {
        return create(
                new JsonBody().with("parentCommentId", id.value()), body, CommentQuery.repliesTo(id), "comment " + id);
    }

    /** Comments on something that has such comments. */
    final Comment create(ContentOwner owner, NewBody body, Map<String, Object> more) {
        listingOn(owner);
        JsonBody json = new JsonBody().with(MEMBERS.getOrDefault(owner.kind(), ""), owner.id());
        more.forEach(json::with);
        return create(json, body, CommentQuery.on(owner), owner.toString());
    }

    private Comment create(JsonBody json, NewBody body, CommentQuery among, String where) {
        ApiRequest request = ApiRequest.of("POST", "create" + noun, "/wiki/api/v2/" + segment)
                .jsonBody(json.with("body", body.members()).json())
                .build();
        return connection.write(request, Comment.class, new LostComment(this, among, body, where, connection));
    }

    @Override
    public Comment update(Comment read, NewBody body) {
        return update(read, new JsonBody().with("body", body.members()));
    }

    final Comment update(Comment read, JsonBody json) {
        Integer number = read.version() == null ? null : read.version().number();
        if (number == null) {
            throw new InvalidArgumentException("read", "must have its version, as the service gives it");
        }
        if (CommentResolution.DANGLING.equals(read.resolutionStatus())) {
            throw new InvalidArgumentException("read", "is on a text that is gone, so that it cannot be changed");
        }
        json.with("version", new JsonBody().with("number", number + 1).members());
        ApiRequest request =
                one("PUT", "update*", read.id()).jsonBody(json.json()).build();
        return connection.fetch(request, Comment.class);
    }

    @Override
    public void delete(ContentId id) {
        connection.send(one("DELETE", "delete*", id).build());
    }

    private ApiRequest.Builder one(String method, String operation, ContentId id) {
        return OwnedRequests.of(method, operation, ContentOwner.of(kind, id), "");
    }
}
