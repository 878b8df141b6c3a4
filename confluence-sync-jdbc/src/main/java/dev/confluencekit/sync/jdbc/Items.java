package dev.confluencekit.sync.jdbc;

import dev.confluencekit.sync.internal.stored.ItemJson;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemFile;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of the items of a mirror. */
final class Items {
    private static final String STATE =
            "space_id, owner_kind, owner_id, parent_id, title, title_exact, status, version,"
                    + " fingerprint, unreachable_since";
    private static final String SELECT = "select kind, id, " + STATE + " from confluence_item where mirror = ?";
    private static final String KEY = " where mirror = ? and kind = ? and id = ?";
    private static final int STATES = 10;
    private static final int KEYS_AT_ONCE = 256;
    private static final int ROWS_AT_ONCE = 500;

    private final String mirror;

    Items(String mirror) {
        this.mirror = mirror;
    }

    Map<ItemKey, ItemState> find(Connection connection, Collection<ItemKey> keys) throws SQLException, IOException {
        Map<ItemKind, List<String>> byKind = new EnumMap<>(ItemKind.class);
        keys.forEach(key ->
                byKind.computeIfAbsent(key.kind(), kind -> new ArrayList<>()).add(key.id()));
        Map<ItemKey, ItemState> found = new LinkedHashMap<>();
        for (Map.Entry<ItemKind, List<String>> ids : byKind.entrySet()) {
            List<String> all = ids.getValue();
            for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
                List<String> some = all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE));
                find(connection, ids.getKey(), some).forEach(state -> found.put(state.key(), state));
            }
        }
        return found;
    }

    /** Asks for a power of two of ids, the last one again and again, so that databases see few different statements. */
    private List<ItemState> find(Connection connection, ItemKind kind, List<String> ids)
            throws SQLException, IOException {
        int places = Math.max(1, Integer.highestOneBit(2 * ids.size() - 1));
        String sql = SELECT + " and kind = ? and id in (?" + ", ?".repeat(places - 1) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, mirror);
            statement.setString(2, kind.word());
            for (int i = 0; i < places; i++) {
                statement.setString(3 + i, ids.get(Math.min(i, ids.size() - 1)));
            }
            return states(statement);
        }
    }

    List<ItemState> list(
            Connection connection, ItemKind kind, @Nullable String spaceId, @Nullable ItemKey after, int most)
            throws SQLException, IOException {
        String sql = SELECT + " and kind = ?" + (spaceId == null ? "" : " and space_id = ?")
                + (after == null ? "" : " and id > ?") + " order by id limit ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = 1;
            statement.setString(at++, mirror);
            statement.setString(at++, kind.word());
            if (spaceId != null) {
                statement.setString(at++, Texts.escaped(spaceId));
            }
            if (after != null) {
                statement.setString(at++, after.id());
            }
            statement.setInt(at, most);
            return states(statement);
        }
    }

    List<ItemState> ownedBy(Connection connection, ItemKey owner) throws SQLException, IOException {
        try (PreparedStatement statement =
                connection.prepareStatement(SELECT + " and owner_kind = ? and owner_id = ? order by kind, id")) {
            statement.setString(1, mirror);
            statement.setString(2, owner.kind().word());
            statement.setString(3, owner.id());
            return states(statement);
        }
    }

    long count(Connection connection, ItemKind kind, boolean unreachable) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select count(*) from confluence_item where mirror = ? and kind = ?"
                        + (unreachable ? " and unreachable_since is not null" : ""))) {
            statement.setString(1, mirror);
            statement.setString(2, kind.word());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static List<ItemState> states(PreparedStatement statement) throws SQLException, IOException {
        statement.setFetchSize(ROWS_AT_ONCE);
        List<ItemState> states = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                states.add(state(row));
            }
        }
        return states;
    }

    private static ItemState state(ResultSet row) throws SQLException, IOException {
        String id = row.getString(2);
        try {
            String ownerKind = row.getString(4);
            String parent = row.getString(6);
            String exact = row.getString(8);
            String since = row.getString(12);
            return new ItemState(
                    new ItemKey(ItemKind.of(row.getString(1)), id),
                    Texts.unescaped(row.getString(3)),
                    ownerKind == null ? null : new ItemKey(ItemKind.of(ownerKind), row.getString(5)),
                    parent == null ? null : Texts.unescaped(parent),
                    exact == null ? row.getString(7) : Texts.unescaped(exact),
                    Texts.unescaped(row.getString(9)),
                    row.getInt(10),
                    Texts.unescaped(row.getString(11)),
                    since == null ? null : Instant.parse(since));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new IOException("the row of item " + id + " is not one that a mirror wrote", e);
        }
    }

    /** Stores items in place of what there is of them. */
    void put(Connection connection, List<MirrorItem> items) throws SQLException {
        remove(connection, items.stream().map(MirrorItem::key).toList());
        try (PreparedStatement statement = connection.prepareStatement("insert into confluence_item (" + STATE
                + ", mirror, kind, id, details, body_media_type, body_extension, file_media_type, file_size, body)"
                + " values (?" + ", ?".repeat(STATES + 8) + ")")) {
            for (MirrorItem item : items) {
                setState(statement, item.state());
                setKey(statement, STATES + 1, item.key());
                statement.setString(14, ItemJson.detailsText(item.details()));
                ItemBody body = item.body();
                statement.setString(15, body == null ? null : Texts.storable(body.mediaType()));
                statement.setString(16, body == null ? null : body.fileExtension());
                ItemFile file = item.file();
                statement.setString(
                        17, file == null || file.mediaType() == null ? null : Texts.storable(file.mediaType()));
                if (file == null) {
                    statement.setNull(18, Types.BIGINT);
                } else {
                    statement.setLong(18, file.size());
                }
                statement.setString(19, body == null ? null : Texts.storable(body.text()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Changes the states of items that are there. */
    void mark(Connection connection, List<ItemState> states) throws SQLException {
        String columns = STATE.replace(",", " = ?,") + " = ?";
        try (PreparedStatement statement = connection.prepareStatement("update confluence_item set " + columns + KEY)) {
            for (ItemState state : states) {
                setState(statement, state);
                setKey(statement, STATES + 1, state.key());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void remove(Connection connection, List<ItemKey> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from confluence_item" + KEY)) {
            for (ItemKey key : keys) {
                setKey(statement, 1, key);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void setKey(PreparedStatement statement, int from, ItemKey key) throws SQLException {
        statement.setString(from, mirror);
        statement.setString(from + 1, key.kind().word());
        statement.setString(from + 2, key.id());
    }

    private static void setState(PreparedStatement statement, ItemState state) throws SQLException {
        ItemKey owner = state.owner();
        Instant since = state.unreachableSince();
        statement.setString(1, Texts.escaped(state.spaceId()));
        statement.setString(2, owner == null ? null : owner.kind().word());
        statement.setString(3, owner == null ? null : owner.id());
        statement.setString(4, Texts.escaped(state.parentId()));
        statement.setString(5, Texts.storable(state.title()));
        statement.setString(6, Texts.isStorable(state.title()) ? null : Texts.escaped(state.title()));
        statement.setString(7, Texts.escaped(state.status()));
        statement.setInt(8, state.version());
        statement.setString(9, Texts.escaped(state.fingerprint()));
        statement.setString(10, since == null ? null : since.toString());
    }
}
