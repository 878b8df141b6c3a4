package dev.confluencekit.sync.jdbc;

import dev.confluencekit.sync.item.MirrorItem;
import dev.confluencekit.sync.kill.TargetUnderKill;
import dev.confluencekit.sync.target.MirrorTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** SQLite under kills. */
public final class SqliteUnderKill implements TargetUnderKill {
    /** For the process that is killed. */
    public SqliteUnderKill() {}

    @Override
    public String place(Path directory, int number) {
        return directory.resolve("mirror.db").toString();
    }

    @Override
    public MirrorTarget target(String place) {
        // The driver unpacks its library there and cannot remove it when it is killed.
        System.setProperty(
                "org.sqlite.tmpdir", Path.of(place).resolveSibling("").toString());
        return PatientTarget.on(Sources.sqlite(Path.of(place)));
    }

    @Override
    public List<MirrorItem> stored(String place) throws Exception {
        return Files.exists(Path.of(place)) ? new Stored(Sources.sqlite(Path.of(place))).all() : List.of();
    }
}
