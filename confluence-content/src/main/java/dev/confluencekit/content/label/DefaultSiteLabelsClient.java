package dev.confluencekit.content.label;

import dev.confluencekit.content.LabelId;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Collection;
import java.util.List;

/** The labels of a site over a connection. */
final class DefaultSiteLabelsClient implements SiteLabelsClient {
    private final ConfluenceConnection connection;

    DefaultSiteLabelsClient(ConfluenceConnection connection) {
        this.connection = connection;
    }

    @Override
    public Paged<Label> list(LabelPrefix... prefixes) {
        return list("prefix", List.of(prefixes));
    }

    @Override
    public Paged<Label> byIds(Collection<LabelId> ids) {
        return list("label-id", Checks.count("ids", ids, Batch.LARGEST));
    }

    private Paged<Label> list(String parameter, List<?> values) {
        ApiRequest request = ApiRequest.get("getLabels", "/wiki/api/v2/labels")
                .query(parameter, values)
                .build();
        return connection.list(request, Label.class, Batch.LARGEST, null);
    }

    @Override
    public Paged<LabelledContent> pages(LabelId label) {
        return labelled("getLabelPages", label, "pages");
    }

    @Override
    public Paged<LabelledContent> blogPosts(LabelId label) {
        return labelled("getLabelBlogPosts", label, "blogposts");
    }

    @Override
    public Paged<LabelledContent> attachments(LabelId label) {
        return labelled("getLabelAttachments", label, "attachments");
    }

    private Paged<LabelledContent> labelled(String operation, LabelId label, String what) {
        ApiRequest request = ApiRequest.get(operation, "/wiki/api/v2/labels/{id}/" + what)
                .path("id", label.value())
                .build();
        return connection.list(request, LabelledContent.class, Batch.LARGEST, null);
    }
}
