package dev.confluencekit.sync.jdbc;

import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.sync.target.TargetBusyException;
import dev.confluencekit.sync.target.TargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write a mirror. Who takes it raises the epoch, so that whoever had it before does not hit the row any more; the
 * update that asks for that locks the row to the end of the transaction. For one thread.
 */
final class Lease {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final int RENEWALS = 3;

    private final Database database;
    private final String mirror;
    private final long epoch;
    private final Duration duration;
    private final TimeSource time;
    private Instant renewAt;

    private Lease(Database database, String mirror, long epoch, Duration duration, TimeSource time) {
        this.database = database;
        this.mirror = mirror;
        this.epoch = epoch;
        this.duration = duration;
        this.time = time;
        this.renewAt = renewal(time.now());
    }

    /** Takes it if nobody has it, or whoever had it let it run out. */
    static Lease take(Database database, String mirror, String holder, Duration duration, TimeSource time) {
        ensureRow(database, mirror);
        long epoch = database.transact("taking the lease", connection -> {
            Instant now = time.now();
            // Writes before it reads: SQLite does not wait for others where a transaction that has read wants to write.
            try (PreparedStatement take =
                    connection.prepareStatement("update confluence_mirror set lease_epoch = lease_epoch + 1,"
                            + " lease_holder = ?, lease_expires = ?"
                            + " where mirror = ? and (lease_holder is null or lease_expires <= ?)")) {
                take.setString(1, holder);
                take.setLong(2, now.plus(duration).toEpochMilli());
                take.setString(3, mirror);
                take.setLong(4, now.toEpochMilli());
                if (take.executeUpdate() != 1) {
                    throw busy(connection, database, mirror);
                }
            }
            try (PreparedStatement read =
                    connection.prepareStatement("select lease_epoch from confluence_mirror where mirror = ?")) {
                read.setString(1, mirror);
                try (ResultSet rows = read.executeQuery()) {
                    rows.next();
                    return rows.getLong(1);
                }
            }
        });
        return new Lease(database, mirror, epoch, duration, time);
    }

    private static void ensureRow(Database database, String mirror) {
        try {
            database.transact("naming the mirror", connection -> {
                try (PreparedStatement add = connection.prepareStatement(
                        "insert into confluence_mirror (mirror, lease_epoch) select t.mirror, 0 from"
                                + " (select cast(? as varchar) as mirror) t where not exists"
                                + " (select 1 from confluence_mirror m where m.mirror = t.mirror)")) {
                    add.setString(1, mirror);
                    return add.executeUpdate();
                }
            });
        } catch (TargetException e) {
            // Two that name it at once: one is refused, and the row is there.
            boolean there = database.transact("looking for the mirror", connection -> {
                try (PreparedStatement look =
                        connection.prepareStatement("select 1 from confluence_mirror where mirror = ?")) {
                    look.setString(1, mirror);
                    try (ResultSet rows = look.executeQuery()) {
                        return rows.next();
                    }
                }
            });
            if (!there) {
                throw e;
            }
        }
    }

    private static TargetBusyException busy(Connection connection, Database database, String mirror)
            throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("select lease_holder from confluence_mirror where mirror = ?")) {
            read.setString(1, mirror);
            try (ResultSet rows = read.executeQuery()) {
                String holder = rows.next() ? rows.getString(1) : null;
                return new TargetBusyException(
                        database.target(), holder == null ? "another run, which has ended since" : holder);
            }
        }
    }

    /** Renews it within a transaction, to the end of which nobody can take it. */
    void renew(Connection connection) throws SQLException {
        Instant now = time.now();
        try (PreparedStatement renew = connection.prepareStatement("update confluence_mirror set lease_expires = ?"
                + " where mirror = ? and lease_epoch = ? and lease_holder is not null")) {
            renew.setLong(1, now.plus(duration).toEpochMilli());
            renew.setString(2, mirror);
            renew.setLong(3, epoch);
            if (renew.executeUpdate() != 1) {
                throw busy(connection, database, mirror);
            }
        }
        renewAt = renewal(now);
    }

    /** Renews it if a part of it has passed. */
    void renewIfDue() {
        if (!time.now().isBefore(renewAt)) {
            database.transact("renewing the lease", connection -> {
                renew(connection);
                return epoch;
            });
        }
    }

    private Instant renewal(Instant now) {
        return now.plus(duration.dividedBy(RENEWALS));
    }

    /** Lets the next one in, unless somebody is already. */
    void release() {
        try {
            database.transact("giving the lease back", connection -> {
                try (PreparedStatement release =
                        connection.prepareStatement("update confluence_mirror set lease_holder = null,"
                                + " lease_expires = null where mirror = ? and lease_epoch = ?")) {
                    release.setString(1, mirror);
                    release.setLong(2, epoch);
                    return release.executeUpdate();
                }
            });
        } catch (TargetException e) {
            LOG.warn("The lease could not be given back; it runs out after {}. {}", duration, e.getMessage());
        }
    }
}
