package dev.confluencekit.content.version;

import dev.confluencekit.content.body.BodyFormat;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.content.internal.JsonBody;
import dev.confluencekit.content.internal.OwnedRequests;
import dev.confluencekit.content.owner.ContentOwner;
import dev.confluencekit.content.owner.OwnerKind;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.ConflictException;
import dev.confluencekit.core.error.ConfluenceInterruptedException;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.paging.Batch;
import dev.confluencekit.core.paging.Paged;
import dev.confluencekit.core.request.ApiRequest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The versions of one owner over a connection. */
final class DefaultVersionsClient implements VersionsClient {
    private static final int MOST_TRIES = 4;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Set<OwnerKind> VERSIONED = EnumSet.of(
            OwnerKind.PAGE,
            OwnerKind.BLOG_POST,
            OwnerKind.ATTACHMENT,
            OwnerKind.FOOTER_COMMENT,
            OwnerKind.INLINE_COMMENT,
            OwnerKind.CUSTOM_CONTENT);

    private final ConfluenceConnection connection;
    private final ContentOwner owner;

    DefaultVersionsClient(ConfluenceConnection connection, ContentOwner owner) {
        this.connection = connection;
        this.owner = OwnedRequests.require(owner, "versions", VERSIONED);
    }

    @Override
    public Paged<ContentVersion> list() {
        return listWith(null);
    }

    @Override
    public Paged<ContentVersion> list(BodyFormat format) {
        if (owner.kind() == OwnerKind.ATTACHMENT) {
            throw new InvalidArgumentException("format", "an attachment has no body");
        }
        return listWith(format);
    }

    private Paged<ContentVersion> listWith(@Nullable BodyFormat format) {
        ApiRequest request = OwnedRequests.get("get*Versions", owner, "/versions")
                .query("body-format", format == null ? null : format.representation())
                .build();
        return connection.list(request, ContentVersion.class, Batch.LARGEST, null);
    }

    @Override
    public VersionDetails get(int number) {
        ApiRequest request = OwnedRequests.get("get*VersionDetails", owner, "/versions/{version-number}")
                .path("version-number", Integer.toString(Checks.positive("number", number)))
                .build();
        return connection.fetch(request, VersionDetails.class);
    }

    @Override
    public Version restore(int number, String message) {
        return restore(number, message, false);
    }

    @Override
    public Version restoreWithTitle(int number, String message) {
        return restore(number, message, true);
    }

    private Version restore(int number, String message, boolean title) {
        JsonBody params = new JsonBody()
                .with("versionNumber", Checks.positive("number", number))
                .with("message", message)
                .with("restoreTitle", title);
        ApiRequest request = ApiRequest.of("POST", "restoreContentVersion", "/wiki/rest/api/content/{id}/version")
                .path("id", owner.id())
                .jsonBody(new JsonBody()
                        .with("operationKey", "restore")
                        .with("params", params.members())
                        .json())
                .build();
        return connection.fetch(request, Version.class);
    }

    @Override
    public void delete(int number) {
        ApiRequest request = ApiRequest.of(
                        "DELETE", "deleteContentVersion", "/wiki/rest/api/content/{id}/version/{versionNumber}")
                .path("id", owner.id())
                .path("versionNumber", Integer.toString(Checks.positive("number", number)))
                .build();
        Duration wait = FIRST_WAIT;
        for (int tries = 1; ; tries++) {
            try {
                connection.send(request);
                return;
            } catch (ConflictException e) {
                if (tries == MOST_TRIES || !isPassing(e)) {
                    throw e;
                }
            }
            await(wait, request);
            wait = wait.multipliedBy(2);
        }
    }

    private static boolean isPassing(ConflictException conflict) {
        return conflict.serviceMessage().toLowerCase(Locale.ROOT).contains("being concurrently updated");
    }

    private void await(Duration wait, ApiRequest request) {
        try {
            connection.time().await(wait, new CountDownLatch(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfluenceInterruptedException(request + " was interrupted");
        }
    }
}
