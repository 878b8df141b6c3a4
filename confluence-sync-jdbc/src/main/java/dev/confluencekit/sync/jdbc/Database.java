package dev.confluencekit.sync.jdbc;

import dev.confluencekit.sync.target.TargetException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that is there when it is needed, and transactions on it. For one thread. */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int ALIVE_SECONDS = 5;

    private final DataSource source;
    private final String target;
    private @Nullable Connection connection;
    private boolean autoCommit;

    Database(DataSource source, String target) {
        this.source = source;
        this.target = target;
    }

    /** Something to be done in one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    /** What the database is, for messages. */
    String target() {
        return target;
    }

    /** Does all or nothing. */
    <T> T transact(String doing, Work<T> work) {
        Connection used = connect(doing);
        boolean done = false;
        try {
            T result = work.on(used);
            used.commit();
            done = true;
            return result;
        } catch (SQLException e) {
            throw failed(doing, e);
        } catch (IOException e) {
            throw TargetException.of(doing + ", " + target, e);
        } finally {
            if (!done) {
                rollBack(used);
            }
        }
    }

    private Connection connect(String doing) {
        Connection held = connection;
        if (held != null) {
            return held;
        }
        try {
            Connection fresh = source.getConnection();
            connection = fresh;
            autoCommit = fresh.getAutoCommit();
            fresh.setAutoCommit(false);
            return fresh;
        } catch (SQLException e) {
            close();
            // Drivers and pools name the address and the user here.
            throw new TargetException(told("connecting for " + doing, e), null);
        }
    }

    /** What was thrown, without what may hold a secret. */
    private TargetException failed(String doing, SQLException e) {
        return new TargetException(told(doing, e), namesAddress(e) ? null : e);
    }

    private String told(String doing, SQLException e) {
        return "Failed at " + doing + ", " + target + ": SQLState " + e.getSQLState() + ", error " + e.getErrorCode()
                + ", " + e.getClass().getSimpleName() + ". What had been applied before still stands.";
    }

    private static boolean namesAddress(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("jdbc:") || message.contains("password")) {
                return true;
            }
        }
        return false;
    }

    /** A connection on which that does not work is given up; the next transaction gets another one. */
    private void rollBack(Connection used) {
        try {
            used.rollback();
            if (used.isValid(ALIVE_SECONDS)) {
                return;
            }
        } catch (SQLException e) {
            LOG.debug("A connection of {} is given up: SQLState {}", target, e.getSQLState());
        }
        close();
    }

    @Override
    public void close() {
        Connection held = connection;
        connection = null;
        if (held == null) {
            return;
        }
        try (held) {
            if (autoCommit && held.isValid(ALIVE_SECONDS)) {
                held.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.warn("A connection of {} could not be closed: SQLState {}", target, e.getSQLState());
        }
    }
}
