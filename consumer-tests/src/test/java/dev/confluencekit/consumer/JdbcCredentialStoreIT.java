package dev.confluencekit.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confluencekit.auth.Credential;
import dev.confluencekit.auth.CredentialId;
import dev.confluencekit.auth.CredentialStore;
import dev.confluencekit.auth.contract.CredentialStoreContract;
import dev.confluencekit.core.error.CredentialException;
import dev.confluencekit.core.secret.Secret;
import dev.confluencekit.examples.jdbcstore.JdbcCredentialStore;
import dev.confluencekit.examples.jdbcstore.KeySeal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that a user wrote keeps to the contract, taken from the artifact that is published for it. */
class JdbcCredentialStoreIT extends CredentialStoreContract {
    private static final CredentialId ID = CredentialId.of("kb-bot");
    private static final Credential CREDENTIAL = Credential.of("kb-bot@acme.example", Secret.of("ATATT3xSecretKey"));

    private DataSource database;

    @BeforeEach
    void createTable() throws SQLException {
        database = newDatabase();
    }

    private static DataSource newDatabase() throws SQLException {
        JdbcDataSource created = new JdbcDataSource();
        created.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        change(created, JdbcCredentialStore.TABLE);
        return created;
    }

    private static void change(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static CredentialStore store(DataSource database, int hostKey) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) hostKey);
        return new JdbcCredentialStore(database, new KeySeal(new SecretKeySpec(key, "AES")));
    }

    @Override
    protected CredentialStore newStore() throws SQLException {
        return store(newDatabase(), 1);
    }

    @Test
    void contract_comesFromThePublishedJar() throws Exception {
        Path place = Path.of(CredentialStoreContract.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertThat(place.getFileName().toString())
                .startsWith("confluence-auth-")
                .endsWith("-tests.jar");
    }

    @Test
    void table_holdsNoKeyInClear() throws SQLException {
        store(database, 1).put(ID, CREDENTIAL, CredentialStore.NONE);
        StringBuilder row = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT * FROM confluence_credential")) {
            assertThat(found.next()).isTrue();
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                byte[] bytes = found.getBytes(i);
                row.append(bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(row).contains("kb-bot@acme.example").doesNotContain("ATATT3x", "SecretKey");
    }

    @Test
    void find_anotherHostKey_isRefused() {
        store(database, 1).put(ID, CREDENTIAL, CredentialStore.NONE);
        assertThatThrownBy(() -> store(database, 2).find(ID))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void find_keyOfAnotherRow_isRefused() throws SQLException {
        CredentialStore store = store(database, 1);
        store.put(ID, CREDENTIAL, CredentialStore.NONE);
        store.put(CredentialId.of("other"), CREDENTIAL, CredentialStore.NONE);
        change(
                database,
                "UPDATE confluence_credential SET sealed_key ="
                        + " (SELECT sealed_key FROM confluence_credential WHERE id = 'other') WHERE id = 'kb-bot'");
        assertThatThrownBy(() -> store.find(ID)).isInstanceOf(CredentialException.class);
    }

    @Test
    void find_noTable_saysWhatToDoAndNoEmptyAnswer() throws SQLException {
        change(database, "DROP TABLE confluence_credential");
        assertThatThrownBy(() -> store(database, 1).find(ID))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("has the table");
    }

    @Test
    void put_keyTooLong_isRefusedWithoutQuotingIt() {
        Credential huge = Credential.of("kb-bot@acme.example", Secret.of("ATATT3x".repeat(2_000)));
        assertThatThrownBy(() -> store(database, 1).put(ID, huge, CredentialStore.NONE))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("SQLState 22")
                .hasMessageNotContaining("ATATT3x");
    }
}
