package dev.confluencekit.content.space;

import dev.confluencekit.content.ContentId;
import dev.confluencekit.content.ContentReference;
import dev.confluencekit.content.LongTaskId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.internal.job.BegunTasks;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.Finding;
import dev.confluencekit.core.Reconciler;
import dev.confluencekit.core.request.ApiRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Writing spaces. Keys are unique, so that a second creation is refused if the first one took effect. */
final class SpaceWrites {
    /** How far the site's clock and ours may differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    private final ConfluenceConnection connection;
    private final SpacesClient reading;

    SpaceWrites(ConfluenceConnection connection, SpacesClient reading) {
        this.connection = connection;
        this.reading = reading;
    }

    /** The answers of the two versions have different shapes; what is created is read by its id. */
    Space create(NewSpace space) {
        Lost lost = new Lost(space, connection.time().now().minus(CLOCKS));
        ContentReference created = connection.write(space.toApiRequest(), ContentReference.class, lost);
        return reading.get(SpaceId.of(created.id().value()));
    }

    /** The answer is long and nobody needs it; to change twice does no harm. */
    void update(SpaceUpdate update) {
        ApiRequest request = update.toApiRequest();
        Reconciler<Boolean> again = through -> Finding.noTrace();
        connection.write(
                through -> {
                    through.send(request);
                    return true;
                },
                again);
    }

    LongTaskId delete(String key) {
        return BegunTasks.begin(
                connection,
                ApiRequest.of("DELETE", "deleteSpace", "/wiki/rest/api/space/{spaceKey}")
                        .path("spaceKey", key)
                        .build(),
                "Look whether the space " + key + " is still there before you delete it again.");
    }

    private static final class Lost implements Reconciler<ContentReference> {
        private final NewSpace wanted;
        private final Instant earliest;

        Lost(NewSpace wanted, Instant earliest) {
            this.wanted = wanted;
            this.earliest = earliest;
        }

        @Override
        public Finding<ContentReference> look(ConfluenceConnection connection) {
            return SpacesClient.over(connection)
                    .findByKey(wanted.key())
                    .map(found -> isOurs(found)
                            ? Finding.tookEffect(
                                    new ContentReference(ContentId.of(found.id().value()), Map.of()))
                            : Finding.<ContentReference>undecided("A space of the key " + wanted.key()
                                    + " is there, but not as it was to be created."))
                    .orElseGet(Finding::noTrace);
        }

        private boolean isOurs(Space found) {
            Instant created = found.createdAt();
            return wanted.name().equals(found.name()) && created != null && !created.isBefore(earliest);
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(5);
        }

        @Override
        public String hint() {
            return "Look in a minute for a space of the key " + wanted.key() + " before you create it again.";
        }
    }
}
