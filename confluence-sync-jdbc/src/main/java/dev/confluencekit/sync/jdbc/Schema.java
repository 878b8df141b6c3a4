package dev.confluencekit.sync.jdbc;

import dev.confluencekit.sync.target.TargetException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables. SQL that H2, SQLite and PostgreSQL understand alike. */
final class Schema {
    private static final int VERSION = 1;
    private static final List<String> TABLES = List.of(
            "create table if not exists confluence_schema (version integer not null primary key)",
            "create table if not exists confluence_mirror (mirror varchar not null primary key, checkpoint varchar,"
                    + " lease_epoch bigint not null, lease_holder varchar, lease_expires bigint)",
            "create table if not exists confluence_item (mirror varchar not null, kind varchar not null,"
                    + " id varchar not null, space_id varchar not null, owner_kind varchar, owner_id varchar,"
                    + " parent_id varchar, title varchar not null, title_exact varchar, status varchar not null,"
                    + " version integer not null, fingerprint varchar not null, unreachable_since varchar,"
                    + " details varchar not null, body_media_type varchar, body_extension varchar,"
                    + " file_media_type varchar, file_size bigint, body varchar, primary key (mirror, kind, id))",
            // With the last column, unreachable items are counted without a look at the table.
            "create index if not exists confluence_item_of_space"
                    + " on confluence_item (mirror, kind, space_id, id, unreachable_since)",
            "create index if not exists confluence_item_of_owner on confluence_item (mirror, owner_id, owner_kind)",
            "create table if not exists confluence_item_file (mirror varchar not null, kind varchar not null,"
                    + " id varchar not null, part integer not null, bytes bytea not null,"
                    + " primary key (mirror, kind, id, part))",
            // The last one: tables without it are not complete.
            "insert into confluence_schema (version) select " + VERSION
                    + " where not exists (select 1 from confluence_schema)");

    private Schema() {}

    /** Creates what is missing, and refuses what a later version made. */
    static void ensure(Database database) {
        int found = versionOrNone(database);
        if (found == 0) {
            found = create(database);
        }
        if (found > VERSION) {
            throw new TargetException(
                    "The tables of " + database.target() + " have version " + found
                            + ", and this library knows them up to " + VERSION
                            + ". Use the later version of the library that made them.",
                    null);
        }
    }

    private static int create(Database database) {
        try {
            return database.transact("creating tables", connection -> {
                try (Statement statement = connection.createStatement()) {
                    for (String sql : TABLES) {
                        statement.execute(sql);
                    }
                }
                return version(connection);
            });
        } catch (TargetException e) {
            // Two that create at once are in each other's way; the other one may have done it.
            int made = versionOrNone(database);
            if (made == 0) {
                throw e;
            }
            return made;
        }
    }

    /** The version, or 0 where there is none or it cannot be read; then the creation tells why. */
    private static int versionOrNone(Database database) {
        try {
            return database.transact("reading the version of the tables", Schema::version);
        } catch (TargetException thereAreNone) {
            return 0;
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select max(version) from confluence_schema")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
