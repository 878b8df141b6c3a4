package dev.confluencekit.sync.jdbc;

import dev.confluencekit.sync.item.ItemFile;
import dev.confluencekit.sync.item.ItemKey;
import dev.confluencekit.sync.item.ItemKind;
import dev.confluencekit.sync.item.MirrorItem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The bytes of the files of a mirror, in parts, so that no file is in memory whole. */
final class FileParts {
    private static final int PART = 1 << 20;

    private final String mirror;

    FileParts(String mirror) {
        this.mirror = mirror;
    }

    /** Stores the files of items in place of those that there are; items without one have none afterwards. */
    void put(Connection connection, List<MirrorItem> items) throws SQLException, IOException {
        remove(connection, items.stream().map(MirrorItem::key).toList());
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into confluence_item_file (mirror, kind, id, part, bytes) values (?, ?, ?, ?, ?)")) {
            for (MirrorItem item : items) {
                ItemFile file = item.file();
                if (file != null) {
                    put(statement, item.key(), file);
                }
            }
        }
    }

    private void put(PreparedStatement statement, ItemKey key, ItemFile file) throws SQLException, IOException {
        long size = 0;
        try (InputStream in = Files.newInputStream(file.content())) {
            byte[] part = in.readNBytes(PART);
            for (int number = 0; part.length > 0; number++) {
                size += part.length;
                statement.setString(1, mirror);
                statement.setString(2, key.kind().word());
                statement.setString(3, key.id());
                statement.setInt(4, number);
                statement.setBytes(5, part);
                statement.executeUpdate();
                part = in.readNBytes(PART);
            }
        }
        if (size != file.size()) {
            throw new IOException("the file of " + key + " has " + size + " bytes, not " + file.size());
        }
    }

    /** Only attachments have files. */
    void remove(Connection connection, List<ItemKey> keys) throws SQLException {
        List<ItemKey> attachments =
                keys.stream().filter(key -> key.kind() == ItemKind.ATTACHMENT).toList();
        try (PreparedStatement statement = connection.prepareStatement(
                "delete from confluence_item_file where mirror = ? and kind = ? and id = ?")) {
            for (ItemKey key : attachments) {
                statement.setString(1, mirror);
                statement.setString(2, key.kind().word());
                statement.setString(3, key.id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
