package dev.confluencekit.sync.jdbc;

import javax.sql.DataSource;

class H2ContractTest extends JdbcContract {
    @Override
    DataSource database() {
        return Sources.h2();
    }
}
