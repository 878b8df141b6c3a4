package dev.confluencekit.sync.jdbc;

import dev.confluencekit.core.error.InvalidArgumentException;
import dev.confluencekit.core.time.TimeSource;
import dev.confluencekit.sync.target.MirrorTarget;
import dev.confluencekit.sync.target.TargetBusyException;
import dev.confluencekit.sync.target.TargetException;
import dev.confluencekit.sync.target.TargetSession;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A mirror in tables of a database, to be read with SQL. Tested with H2, SQLite and PostgreSQL; the driver is the user's. The
 * tables are created where they are missing, in the schema that connections come with. One database holds any number of
 * mirrors, told apart by name. A batch and its checkpoint are one transaction, so that readers see each batch as a whole.
 *
 * <pre>
 * confluence_item         one row an item
 *   mirror, kind, id      which; kind is space, page, blogpost, footer-comment, inline-comment or attachment
 *   space_id              the space that it is in
 *   owner_kind, owner_id  the page or blog post that a comment or file belongs to
 *   parent_id             what a page stands below, or the comment that a reply answers
 *   title                 to be read; NUL and halves of surrogate pairs, which no database takes, stand as U+FFFD
 *   title_exact           where title is not exact: the title with those characters, and the backslash, as &#92;uXXXX
 *   status, version       as the site has them
 *   fingerprint           tells the mirror whether anything else changed
 *   unreachable_since     when the site first did not show it any more, ISO 8601 in UTC; mostly null
 *   details               JSON: labels, properties, times, people, restrictions, address
 *   body_media_type, body_extension, body      the body, U+FFFD as in title; null where there is none
 *   file_media_type, file_size                 of an attachment whose file is in scope
 * confluence_item_file    the bytes of files
 *   mirror, kind, id      whose
 *   part, bytes           parts of 1 MiB, from 0 on; an empty file has none
 * confluence_mirror       one row a mirror: checkpoint, and who is in: lease_epoch, lease_holder, lease_expires
 * confluence_schema       the version of these tables
 * </pre>
 *
 * <p>One run at a time for each mirror, across processes and machines. A session holds a lease in the database, which each
 * batch renews, and other calls when a third of it has passed. A process that dies leaves its lease behind, and others are let
 * in when it has run out, after a minute unless {@linkplain #lease said otherwise}. A run that made no call for longer than
 * that may find that another one took over: its next batch is refused with {@link TargetBusyException} and changes nothing.
 * Clocks of machines that share a mirror should agree to well within the lease.
 *
 * <p>A session uses one connection for as long as it works, and none between calls keeps a transaction open. What a driver
 * throws is told with its SQLState and error code; addresses and passwords are left out, and so is a cause that names them.
 * With SQLite, give connections a busy timeout and, for readers beside the mirror, {@code journal_mode=WAL}; how safe a
 * commit is against a power cut is the database's setting.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class JdbcTarget implements MirrorTarget {
    private static final int LONGEST_NAME = 100;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DataSource source;
    private final String name;
    private final Duration lease;
    private final TimeSource time;

    private JdbcTarget(DataSource source, String name, Duration lease, TimeSource time) {
        this.source = source;
        this.name = name;
        this.lease = lease;
        this.time = time;
    }

    /**
     * The mirror called {@code default} in a database. Nothing is read or created yet.
     *
     * @param source gives connections, all to the same database; used by the thread that has the session, closed by nobody
     * @return the target
     */
    public static JdbcTarget on(DataSource source) {
        return new JdbcTarget(source, "default", LEASE, TimeSource.system());
    }

    /**
     * Another mirror in the same database, such as that of another tenant.
     *
     * @param mirror its name, which stands in each row: 1 to 100 ASCII letters, digits, dots, dashes and underscores
     * @return a copy
     * @throws InvalidArgumentException if the name has another form
     */
    public JdbcTarget named(String mirror) {
        if (mirror.length() > LONGEST_NAME || !mirror.matches("[A-Za-z0-9._-]+")) {
            throw new InvalidArgumentException(
                    "mirror", "must be 1 to " + LONGEST_NAME + " ASCII letters, digits, dots, dashes and underscores");
        }
        return new JdbcTarget(source, mirror, lease, time);
    }

    /**
     * How long a session that makes no calls keeps others out, and so how long those have to wait that come after a process
     * died. It should be longer than a run is likely to wait for the site between two batches.
     *
     * @param duration from a millisecond to a day; a minute if this is not called
     * @return a copy
     * @throws InvalidArgumentException if it is shorter or longer
     */
    public JdbcTarget lease(Duration duration) {
        if (duration.compareTo(Duration.ofMillis(1)) < 0 || duration.compareTo(Duration.ofDays(1)) > 0) {
            throw new InvalidArgumentException("duration", "must be from a millisecond to a day");
        }
        return new JdbcTarget(source, name, duration, time);
    }

    /**
     * By which clock leases run out.
     *
     * @param clock the clock; the system's if this is not called
     * @return a copy
     */
    public JdbcTarget time(TimeSource clock) {
        return new JdbcTarget(source, name, lease, clock);
    }

    /**
     * Lets a run in. Creates the tables if they are missing.
     *
     * @param holder says who comes, for whoever finds it busy
     * @return the session
     * @throws TargetBusyException if somebody else is in, or died less than a lease ago
     * @throws TargetException if the database fails, or its tables are those of a later version of this library
     */
    @Override
    public TargetSession open(String holder) {
        Database database = new Database(source, toString());
        try {
            Schema.ensure(database);
            Lease taken = Lease.take(database, name, Texts.storable(holder), lease, time);
            return new JdbcSession(database, taken, name);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public String toString() {
        return "the mirror " + name + " in a database";
    }
}
