package dev.confluencekit.content.space;

import dev.confluencekit.content.LongTaskId;
import dev.confluencekit.content.SpaceId;
import dev.confluencekit.content.internal.Checks;
import dev.confluencekit.core.ConfluenceConnection;
import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.error.NotFoundException;
import dev.confluencekit.core.paging.Paged;
import java.util.List;
import java.util.Optional;

/** Spaces over a connection. */
final class DefaultSpacesClient implements SpacesClient {
    private final ConfluenceConnection connection;
    private final SpaceWrites writes;

    DefaultSpacesClient(ConfluenceConnection connection) {
        this.connection = connection;
        this.writes = new SpaceWrites(connection, this);
    }

    @Override
    public Paged<Space> list() {
        return list(SpaceQuery.all());
    }

    @Override
    public Paged<Space> list(SpaceQuery query) {
        return connection.list(query.toApiRequest(), Space.class, query.batchSize(), query.cursor());
    }

    @Override
    public Space get(SpaceId id) {
        return get(SpaceRequest.of(id));
    }

    @Override
    public Space get(SpaceRequest request) {
        return connection.fetch(request.toApiRequest(), Space.class);
    }

    @Override
    public Optional<Space> find(SpaceId id) {
        try {
            return Optional.of(get(id));
        } catch (NotFoundException e) {
            if (e.isPassing()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    @Override
    public Optional<Space> findByKey(String key) {
        if (key.isBlank()) {
            throw new InvalidArgumentException("key", "is missing");
        }
        return list(SpaceQuery.byKeys(List.of(key.strip())).batchSize(1)).findFirst();
    }

    @Override
    public Space create(NewSpace space) {
        return writes.create(space);
    }

    @Override
    public Space update(SpaceUpdate update) {
        writes.update(update);
        return findByKey(update.key()).orElseThrow(() -> new SpaceNotFoundException(update.key()));
    }

    @Override
    public LongTaskId delete(String key) {
        return writes.delete(Checks.text("key", key).strip());
    }
}
