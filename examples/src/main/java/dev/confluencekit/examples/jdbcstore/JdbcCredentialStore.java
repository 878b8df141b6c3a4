package dev.confluencekit.examples.jdbcstore;

import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.StoredCredential;
import dev.confluencekit.core.error.CredentialException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Credentials in a table of a database. API keys are in it as {@link KeySeal} left them, never in clear.
 *
 * <p>A change names the version that it replaces in its {@code WHERE}, so of two at once the database lets one through.
 * A removed entry leaves its row without a key, since the next one under its id goes on from the row's version.
 */
public final class JdbcCredentialStore implements CredentialStore {
    /** To be run once. The database must tell {@code a} from {@code A} in the id. */
    public static final String TABLE = """
            CREATE TABLE confluence_credential (
              id         VARCHAR(128) NOT NULL PRIMARY KEY,
              version    BIGINT       NOT NULL,
              username   VARCHAR(1000),
              sealed_key VARBINARY(8000),
              issued_at  VARCHAR(40),
              expires_at VARCHAR(40)
            )""";

    private static final String SELECT =
            "SELECT version, username, sealed_key, issued_at, expires_at FROM confluence_credential WHERE id = ?";
    private static final String INSERT =
            "INSERT INTO confluence_credential (username, sealed_key, issued_at, expires_at, id, version)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "UPDATE confluence_credential SET username = ?, sealed_key = ?, issued_at = ?, expires_at = ?,"
                    + " version = version + 1 WHERE id = ? AND version = ?";
    private static final String CLEAR =
            "UPDATE confluence_credential SET username = NULL, sealed_key = NULL, issued_at = NULL, expires_at = NULL,"
                    + " version = version + 1 WHERE id = ? AND sealed_key IS NOT NULL";

    private final DataSource database;
    private final KeySeal seal;

    /**
     * A store in a table that is there.
     *
     * @param database where the table is; every call takes a connection, so let it be a pool, in auto-commit
     * @param seal what seals the keys
     */
    public JdbcCredentialStore(DataSource database, KeySeal seal) {
        this.database = database;
        this.seal = seal;
    }

    @Override
    public Optional<StoredCredential> find(CredentialId id) {
        try (Connection connection = database.getConnection()) {
            return row(connection, id).flatMap(row -> row.opened(id, seal));
        } catch (SQLException e) {
            throw failed("read", id, e);
        }
    }

    @Override
    public boolean put(CredentialId id, Credential credential, long expectedVersion) {
        byte[] sealed = seal.seal(id, credential.username(), credential.apiKey());
        try (Connection connection = database.getConnection()) {
            Optional<Row> row = row(connection, id);
            if (row.map(Row::versionOfEntry).orElse(NONE) != expectedVersion) {
                return false;
            }
            String change = row.isPresent() ? UPDATE : INSERT;
            try (PreparedStatement statement = connection.prepareStatement(change)) {
                statement.setString(1, credential.username());
                statement.setBytes(2, sealed);
                statement.setString(
                        3, credential.issuedAt().map(Instant::toString).orElse(null));
                statement.setString(
                        4, credential.expiresAt().map(Instant::toString).orElse(null));
                statement.setString(5, id.value());
                statement.setLong(6, row.map(Row::version).orElse(1L));
                return statement.executeUpdate() == 1;
            }
        } catch (SQLException e) {
            if (isDuplicate(e)) {
                return false;
            }
            throw failed("written", id, e);
        }
    }

    /** Somebody inserted the row after we had looked. */
    private static boolean isDuplicate(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("23");
    }

    @Override
    public void remove(CredentialId id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLEAR)) {
            statement.setString(1, id.value());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed("removed", id, e);
        }
    }

    private static Optional<Row> row(Connection connection, CredentialId id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setString(1, id.value());
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? Optional.of(Row.of(found)) : Optional.empty();
            }
        }
    }

    /** The driver's message may quote values, so only its code goes on. */
    private static CredentialException failed(String what, CredentialId id, SQLException e) {
        return new CredentialException("The credential " + id + " could not be " + what + " in the database (SQLState "
                + e.getSQLState() + "). Check that it is up and has the table.");
    }

    @Override
    public String toString() {
        return "credentials in a database";
    }

    /** A row. One without a key stands for an entry that was removed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Row(
            long version,
            @Nullable String username,
            byte @Nullable [] sealedKey,
            @Nullable String issuedAt,
            @Nullable String expiresAt) {

        static Row of(ResultSet found) throws SQLException {
            return new Row(
                    found.getLong(1), found.getString(2), found.getBytes(3), found.getString(4), found.getString(5));
        }

        long versionOfEntry() {
            return sealedKey == null ? NONE : version;
        }

        Optional<StoredCredential> opened(CredentialId id, KeySeal seal) {
            if (username == null || sealedKey == null) {
                return Optional.empty();
            }
            Credential credential = Credential.of(username, seal.open(id, username, sealedKey));
            credential = issuedAt == null ? credential : credential.issued(Instant.parse(issuedAt));
            credential = expiresAt == null ? credential : credential.expires(Instant.parse(expiresAt));
            return Optional.of(new StoredCredential(credential, version));
        }
    }
}
