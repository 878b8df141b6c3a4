package dev.confluencekit.sync.jdbc;

import dev.confluencekit.sync.internal.stored.ItemJson;
import dev.confluencekit.sync.item.ItemBody;
import dev.confluencekit.sync.item.ItemDetails;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.ItemState;
import dev.confluencekit.sync.item.MirrorItem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the tables as whoever uses a mirror does. */
record Stored(DataSource source) {
    /** One column of one item. */
    Optional<String> text(String column, ItemKey key) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("select " + column
                        + " from confluence_item where mirror = 'default' and kind = ? and id = ?")) {
            statement.setString(1, key.kind().word());
            statement.setString(2, key.id());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
            }
        }
    }

    Optional<ItemDetails> details(ItemKey key) throws SQLException, IOException {
        Optional<String> text = text("details", key);
        return text.isEmpty() ? Optional.empty() : Optional.of(ItemJson.detailsOf(text.get()));
    }

    Optional<byte[]> file(ItemKey key) throws SQLException, IOException {
        boolean there = text("file_size", key).isPresent();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("select bytes from confluence_item_file"
                        + " where mirror = 'default' and kind = ? and id = ? order by part")) {
            statement.setString(1, key.kind().word());
            statement.setString(2, key.id());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    bytes.write(rows.getBytes(1));
                }
            }
        }
        if (!there && bytes.size() > 0) {
            throw new IOException("bytes that belong to no item");
        }
        return there ? Optional.of(bytes.toByteArray()) : Optional.empty();
    }

    /** All items, with titles as they are to be read. */
    List<MirrorItem> all() throws SQLException, IOException {
        List<MirrorItem> items = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select kind, id, space_id, owner_kind, owner_id, parent_id, title,"
                                + " status, version, fingerprint, unreachable_since, details, body_media_type, body_extension, body"
                                + " from confluence_item")) {
            while (row.next()) {
                ItemKey key = new ItemKey(ItemKind.of(row.getString(1)), row.getString(2));
                String owner = row.getString(4);
                String since = row.getString(11);
                ItemState state = new ItemState(
                        key,
                        row.getString(3),
                        owner == null ? null : new ItemKey(ItemKind.of(owner), row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getInt(9),
                        row.getString(10),
                        since == null ? null : Instant.parse(since));
                String body = row.getString(15);
                items.add(new MirrorItem(
                        state,
                        ItemJson.detailsOf(row.getString(12)),
                        body == null ? null : new ItemBody(body, row.getString(13), row.getString(14)),
                        null));
            }
        }
        return items;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
