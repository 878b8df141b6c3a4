package dev.confluencekit.sync.jdbc;

import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;

class PostgresContractTest extends JdbcContract {
    @BeforeAll
    static void need() {
        PostgresServer.need();
    }

    @Override
    DataSource database() throws Exception {
        return PostgresServer.source(PostgresServer.need().newSchema());
    }
}
