package dev.confluencekit.sync.jdbc;

import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.target.TargetBatch;
import dev.confluencekit.sync.target.TargetException;
import dev.confluencekit.sync.target.TargetSession;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever has the lease. */
final class JdbcSession implements TargetSession {
    private final Database database;
    private final Lease lease;
    private final String mirror;
    private final Items items;
    private final FileParts files;
    private boolean closed;

    JdbcSession(Database database, Lease lease, String mirror) {
        this.database = database;
        this.lease = lease;
        this.mirror = mirror;
        this.items = new Items(mirror);
        this.files = new FileParts(mirror);
    }

    private <T> T read(String doing, Database.Work<T> work) {
        ensureOpen();
        lease.renewIfDue();
        return database.transact(doing, work);
    }

    private void ensureOpen() {
        if (closed) {
            throw new TargetException("This session of " + database.target() + " has been closed", null);
        }
    }

    @Override
    public Optional<String> checkpoint() {
        return read("reading the checkpoint", connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select checkpoint from confluence_mirror where mirror = ?")) {
                statement.setString(1, mirror);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next()
                            ? Optional.ofNullable(rows.getString(1)).map(Texts::unescaped)
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public Map<ItemKey, ItemState> find(Collection<ItemKey> keys) {
        return read("finding items", connection -> items.find(connection, keys));
    }

    @Override
    public List<ItemState> list(ItemKind kind, @Nullable String spaceId, @Nullable ItemKey after, int most) {
        return read("listing items", connection -> items.list(connection, kind, spaceId, after, most));
    }

    @Override
    public List<ItemState> ownedBy(ItemKey owner) {
        return read("listing what belongs to an item", connection -> items.ownedBy(connection, owner));
    }

    @Override
    public long count(ItemKind kind) {
        return read("counting items", connection -> items.count(connection, kind, false));
    }

    @Override
    public long countUnreachable(ItemKind kind) {
        return read("counting unreachable items", connection -> items.count(connection, kind, true));
    }

    @Override
    public void apply(TargetBatch batch) {
        ensureOpen();
        database.transact("applying a batch", connection -> {
            lease.renew(connection);
            items.put(connection, batch.put());
            files.put(connection, batch.put());
            items.mark(connection, batch.mark());
            items.remove(connection, batch.remove());
            files.remove(connection, batch.remove());
            try (PreparedStatement statement =
                    connection.prepareStatement("update confluence_mirror set checkpoint = ? where mirror = ?")) {
                statement.setString(1, Texts.escaped(batch.checkpoint()));
                statement.setString(2, mirror);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            lease.release();
            database.close();
        }
    }
}
