package dev.confluencekit.sync.jdbc;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class SqliteContractTest extends JdbcContract {
    @TempDir
    private Path directory;

    @Override
    DataSource database() {
        SQLiteDataSource source = Sources.sqlite(directory.resolve("mirror.db"));
        // No power is cut here.
        source.setSynchronous("OFF");
        return source;
    }
}
