package dev.confluencekit.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.confluencekit.testkit.internal.site.Ordering;
import dev.confluencekit.testkit.internal.site.PageVersion;
import java.time.Instant;
import java.util.Set;

/** What is said of one version, whatever it is a version of. */
final class VersionDetails {

    private VersionDetails() {}

    /** The newest first, unless the caller wants it otherwise. */
    static Ordering<PageVersion> order(Call call) {
        return Ordering.byNumber(orderName(call), PageVersion::number);
    }

    static String orderName(Call call) {
        return call.parameters()
                .oneOf("sort", Set.of("modified-date", "-modified-date"))
                .orElse("-modified-date");
    }

    static ObjectNode of(
            Backstage backstage, int number, int latest, String authorId, Instant createdAt, String message) {
        ObjectNode node = backstage.json().object();
        node.put("number", number);
        node.put("authorId", authorId);
        node.put("message", message);
        node.put("createdAt", Json.timestamp(createdAt));
        node.put("minorEdit", false);
        node.put("contentTypeModified", false);
        node.putArray("collaborators").add(authorId);
        if (number > 1) {
            node.put("prevVersion", number - 1);
        }
        if (number < latest) {
            node.put("nextVersion", number + 1);
        }
        return node;
    }
}
