package dev.confluencekit.content.comment;

import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.ConfluenceConnection;
import java.util.Map;

/** Inline comments over a connection. */
final class DefaultInlineCommentsClient extends AbstractCommentsClient implements InlineCommentsClient {
    private static final Map<OwnerKind, String> LISTINGS = Map.of(
            OwnerKind.PAGE, "getPageInlineComments",
            OwnerKind.BLOG_POST, "getBlogPostInlineComments");

    DefaultInlineCommentsClient(ConfluenceConnection connection) {
        super(connection, OwnerKind.INLINE_COMMENT);
    }

    @Override
    Map<OwnerKind, String> listings() {
        return LISTINGS;
    }

    @Override
    public Comment create(ContentOwner owner, TextSelection selection, NewBody body) {
        Map<String, Object> properties = Map.of(
                "textSelection", selection.text(),
                "textSelectionMatchCount", selection.count(),
                "textSelectionMatchIndex", selection.index());
        return create(owner, body, Map.of("inlineCommentProperties", properties));
    }

    @Override
    public Comment resolve(Comment read) {
        return update(read, new JsonBody().with("resolved", true));
    }

    @Override
    public Comment reopen(Comment read) {
        return update(read, new JsonBody().with("resolved", false));
    }
}
