package dev.confluencekit.content.comment;

import dev.confluencekit.content.body.NewBody;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.ConfluenceConnection;
import java.util.Map;

/** Footer comments over a connection. */
final class DefaultFooterCommentsClient extends AbstractCommentsClient implements FooterCommentsClient {
    private static final Map<OwnerKind, String> LISTINGS = Map.of(
            OwnerKind.PAGE, "getPageFooterComments",
            OwnerKind.BLOG_POST, "getBlogPostFooterComments",
            OwnerKind.ATTACHMENT, "getAttachmentComments",
            OwnerKind.CUSTOM_CONTENT, "getCustomContentComments");

    DefaultFooterCommentsClient(ConfluenceConnection connection) {
        super(connection, OwnerKind.FOOTER_COMMENT);
    }

    @Override
    Map<OwnerKind, String> listings() {
        return LISTINGS;
    }

    @Override
    public Comment create(ContentOwner owner, NewBody body) {
        return create(owner, body, Map.of());
    }
}
