package dev.confluencekit.content.label;

import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.internal.OwnedRequests;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The labels of one owner over a connection. */
final class DefaultLabelsClient implements LabelsClient {
    private static final int MOST_NAMES = 200;
    private static final String V1_LABEL = "/wiki/rest/api/content/{id}/label";
    private static final Set<OwnerKind> LABELLED = EnumSet.of(
            OwnerKind.PAGE, OwnerKind.BLOG_POST, OwnerKind.ATTACHMENT, OwnerKind.CUSTOM_CONTENT, OwnerKind.SPACE);

    private final ConfluenceConnection connection;
    private final ContentOwner owner;

    DefaultLabelsClient(ConfluenceConnection connection, ContentOwner owner) {
        this.connection = connection;
        this.owner = OwnedRequests.require(owner, "labels", LABELLED);
    }

    @Override
    public Paged<Label> list() {
        return list("get*Labels", "/labels", null);
    }

    @Override
    public Paged<Label> list(LabelPrefix prefix) {
        return list("get*Labels", "/labels", prefix);
    }

    @Override
    public Paged<Label> listOfContent() {
        if (owner.kind() != OwnerKind.SPACE) {
            throw new InvalidArgumentException("owner", "must be a space");
        }
        return list("get*ContentLabels", "/content/labels", null);
    }

    private Paged<Label> list(String operation, String path, @Nullable LabelPrefix prefix) {
        ApiRequest request = OwnedRequests.get(operation, owner, path)
                .query("prefix", prefix)
                .build();
        return connection.list(request, Label.class, Batch.LARGEST, null);
    }

    @Override
    public void add(String... names) {
        add(LabelPrefix.GLOBAL, List.of(names));
    }

    @Override
    public void add(LabelPrefix prefix, Collection<String> names) {
        requireContent();
        List<Map<String, String>> labels = Checks.count("names", names, MOST_NAMES).stream()
                .map(name -> Map.of("prefix", prefix.value(), "name", Checks.text("names", name)))
                .toList();
        connection.send(ApiRequest.of("POST", "addLabelsToContent", V1_LABEL)
                .path("id", owner.id())
                .jsonBody(JsonBody.array(labels))
                .build());
    }

    @Override
    public void remove(String name) {
        requireContent();
        Checks.text("name", name);
        // The service refuses a slash in a path, also an encoded one.
        ApiRequest.Builder request = name.contains("/") || name.equals(".") || name.equals("..")
                ? ApiRequest.of("DELETE", "removeLabelFromContentUsingQueryParameter", V1_LABEL)
                        .query("name", name)
                : ApiRequest.of("DELETE", "removeLabelFromContent", V1_LABEL + "/{label}")
                        .path("label", name);
        connection.send(request.path("id", owner.id()).build());
    }

    private void requireContent() {
        if (owner.kind() == OwnerKind.SPACE) {
            throw new InvalidArgumentException(
                    "owner", "the labels of spaces can only be written by experimental operations");
        }
    }
}
